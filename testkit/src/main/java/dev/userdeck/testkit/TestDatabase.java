package dev.userdeck.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apiguardian.api.API;

/**
 * An empty database on a real engine, one for each test.
 *
 * <p>A contract takes it as a parameter of a test or of a {@code @BeforeEach} method; a subclass for each
 * engine only names the engine:
 *
 * <pre>{@code
 * abstract class UsersContract {
 *     @BeforeEach
 *     void setUp(TestDatabase database) { … }
 * }
 *
 * @ExtendWith(TestDatabase.Postgres.class)
 * class PostgresUsersTest extends UsersContract {}
 * }</pre>
 *
 * <p>Where an engine can't run, its tests are skipped and a line of the output says why, unless the
 * system property or environment variable {@code USERDECK_REQUIRE_ENGINES} is {@code true}: then they fail.
 * {@code USERDECK_ENGINES}, set in the same way to a list such as {@code h2,postgresql}, leaves all others out.
 * After each test the database is dropped, and the test fails if a connection is still out of the pool.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestDatabase {
    /** How many connections {@link #dataSource()} has. */
    public static final int POOL_SIZE = 8;

    private static final Duration LEAK_LIMIT = Duration.ofSeconds(5);

    private final Engine engine;
    private final DatabaseServer server;
    private final String name;
    private final HikariDataSource pool;
    private final StatementCounter counter;

    TestDatabase(Engine engine, DatabaseServer server, String name) throws SQLException {
        this.engine = engine;
        this.server = server;
        this.name = name;
        server.create(name);
        var config = new HikariConfig();
        config.setPoolName("test-" + name);
        config.setJdbcUrl(server.jdbcUrl(name));
        config.setConnectionInitSql(server.sessionSetup());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
        this.counter = new StatementCounter(pool);
    }

    /** The engine behind this database. */
    public Engine engine() {
        return engine;
    }

    /** A pool of eight connections, whose sessions are in an odd time zone. */
    public DataSource dataSource() {
        return counter.dataSource();
    }

    /** A URL with the credentials in it, for code that opens its own connections. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** Counts what is sent through {@link #dataSource()}. */
    public StatementCounter statements() {
        return counter;
    }

    /** Cuts every connection and refuses new ones, as a stopped database does. The data stays. */
    public void refuseConnections() {
        try {
            server.refuseConnections(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not shut " + engine.title() + " off", e);
        }
    }

    /**
     * Ends the server in the middle of all it does, as a machine does that runs out of memory. What was committed stays.
     *
     * @throws UnsupportedOperationException for H2, which lives and dies with this JVM
     */
    public void killServer() {
        server.kill();
    }

    /**
     * Undoes {@link #refuseConnections} and {@link #killServer}: the same data at the same port. Happens by itself after
     * each test.
     */
    public void acceptConnections() {
        try {
            server.acceptConnections(name);
            // H2 cuts a session with an error that the pool does not take for a lost connection.
            pool.getHikariPoolMXBean().softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not switch " + engine.title() + " on again", e);
        }
    }

    /** Drops the database and returns how many connections a test had failed to give back. */
    int close() throws SQLException {
        acceptConnections();
        int leaked = connectionsOut();
        pool.close();
        server.drop(name);
        return leaked;
    }

    /** A background thread may be about to return one: only what stays out is a leak. */
    private int connectionsOut() {
        long deadline = System.nanoTime() + LEAK_LIMIT.toNanos();
        int out = pool.getHikariPoolMXBean().getActiveConnections();
        while (out > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
            out = pool.getHikariPoolMXBean().getActiveConnections();
        }
        return out;
    }

    /** Tests run on H2, in memory. */
    public static final class H2 extends DatabaseExtension {
        /** For JUnit. */
        public H2() {
            super(Engine.H2);
        }
    }

    /** Tests run on PostgreSQL. */
    public static final class Postgres extends DatabaseExtension {
        /** For JUnit. */
        public Postgres() {
            super(Engine.POSTGRESQL);
        }
    }

    /** Tests run on MySQL. */
    public static final class MySql extends DatabaseExtension {
        /** For JUnit. */
        public MySql() {
            super(Engine.MYSQL);
        }
    }

    /** Tests run on MariaDB. */
    public static final class MariaDb extends DatabaseExtension {
        /** For JUnit. */
        public MariaDb() {
            super(Engine.MARIADB);
        }
    }
}
