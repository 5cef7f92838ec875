package dev.userdeck.hosts.app;

import dev.userdeck.Userdeck;
import java.nio.file.Path;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the app has its users: {@code memory}, {@code file:} with a path, {@code jndi:} with the name of a data source of
 * the host's, or a JDBC URL.
 */
final class Database {
    private static final String JNDI = "jndi:";
    private static final String FILE = "file:";

    private final String setting;
    private final @Nullable DataSource dataSource;

    private Database(String setting, @Nullable DataSource dataSource) {
        this.setting = setting;
        this.dataSource = dataSource;
    }

    static Database named(String setting) {
        return new Database(setting, setting.startsWith(JNDI) ? lookUp(setting.substring(JNDI.length())) : null);
    }

    @SuppressWarnings("BanJNDI") // the name is the test's own
    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("The host has no data source " + name, e);
        }
    }

    Userdeck.Builder configure(Userdeck.Builder builder) {
        if (dataSource != null) {
            return builder.dataSource(dataSource);
        }
        if (setting.equals("memory")) {
            return builder.inMemory();
        }
        return setting.startsWith(FILE)
                ? builder.h2File(Path.of(setting.substring(FILE.length())))
                : builder.jdbcUrl(setting, "postgres", "postgres");
    }

    /** The host's. */
    Optional<DataSource> dataSource() {
        return Optional.ofNullable(dataSource);
    }
}
