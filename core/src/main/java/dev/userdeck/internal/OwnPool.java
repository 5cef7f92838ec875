package dev.userdeck.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.StorageException;
import dev.userdeck.internal.Settings.Source;
import dev.userdeck.internal.storage.Damage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool for apps that give no {@link DataSource}. The one class that needs HikariCP, so that the others can do without. */
final class OwnPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPool.class);
    private static final int POOL_SIZE = 10;
    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final PoolThreads threads;
    private final boolean inMemory;
    /** The driver that was not registered before, and is by us. */
    private final Optional<String> driver;

    private OwnPool(HikariDataSource pool, PoolThreads threads, boolean inMemory, Optional<String> driver) {
        this.pool = pool;
        this.threads = threads;
        this.inMemory = inMemory;
        this.driver = driver;
    }

    static OwnPool open(Source source) {
        HikariConfig config = config(source);
        var threads = new PoolThreads();
        config.setThreadFactory(threads);
        Optional<String> driver = Drivers.unregistered(config.getJdbcUrl());
        driver.ifPresent(config::setDriverClassName);
        try {
            return new OwnPool(pool(config, source), threads, source instanceof Source.Memory, driver);
        } catch (RuntimeException e) {
            driver.ifPresent(Drivers::deregister);
            throw e;
        }
    }

    DataSource dataSource() {
        return pool;
    }

    private static HikariConfig config(Source source) {
        var config = new HikariConfig();
        config.setPoolName("userdeck");
        config.setMaximumPoolSize(POOL_SIZE);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (source instanceof Source.Jdbc jdbc) {
            config.setJdbcUrl(jdbc.url());
            config.setUsername(jdbc.user());
            config.setPassword(jdbc.password());
            H2Url.file(jdbc.url()).ifPresent(OwnPool::recover);
        } else if (source instanceof Source.H2File file) {
            config.setJdbcUrl(url(file.file()));
            recover(file.file());
        } else {
            config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        }
        return config;
    }

    private static HikariDataSource pool(HikariConfig config, Source source) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Optional<StorageException> damaged = Damage.in("open the database", e);
            if (damaged.isPresent()) {
                throw damaged.get();
            }
            throw new ConfigurationException(unreachable(source), e);
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "The pool can't be opened: is the database's JDBC driver on the class path, and the URL right?", e);
        }
    }

    private static void recover(Path file) {
        try {
            H2Recovery.recover(file);
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException("An H2 file needs H2: add com.h2database:h2 to the class path", e);
        }
    }

    private static String unreachable(Source source) {
        if (source instanceof Source.H2File file) {
            return "The file of the database can't be opened: is it in use by another process, or not writable? "
                    + file.file();
        }
        return "The database can't be reached: check that it runs, and the URL, user and password";
    }

    /** Without WRITE_DELAY=0 a killed process loses committed rows; with it, only if writers take turns. */
    private static String url(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new ConfigurationException("h2File: a path with a semicolon can't be used: " + path);
        }
        return "jdbc:h2:file:" + path + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    public void close() {
        if (inMemory) {
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("shutdown");
            } catch (SQLException e) {
                LOG.debug("The database in memory was gone already", e);
            }
        }
        pool.close();
        threads.awaitEnd();
        driver.ifPresent(Drivers::deregister);
    }
}
