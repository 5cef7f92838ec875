package dev.userdeck.internal.storage;

import dev.userdeck.error.ConfigurationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Those of the engines that Userdeck runs on. */
public final class Dialects {
    private Dialects() {}

    /**
     * Finds out what a connection leads to.
     *
     * @throws ConfigurationException if it is an engine or a version that we don't run on
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String product = metaData.getDatabaseProductName();
        String version = metaData.getDatabaseProductVersion();
        Dialect dialect = switch (product) {
            case "H2" -> H2Dialect.of(connection);
            case "PostgreSQL" -> new PostgresDialect();
            case "MySQL" -> version.contains("MariaDB") ? new MariaDbDialect() : new MySqlDialect();
            case "MariaDB" -> new MariaDbDialect();
            default ->
                throw new ConfigurationException(
                        "Userdeck runs on H2, PostgreSQL, MySQL and MariaDB; this database is " + product);
        };
        int major = metaData.getDatabaseMajorVersion();
        int minor = metaData.getDatabaseMinorVersion();
        int[] oldest = dialect.oldestVersion();
        if (major < oldest[0] || (major == oldest[0] && minor < oldest[1])) {
            throw new ConfigurationException("This database is too old: %s %s. Userdeck needs %s %d.%d or newer."
                    .formatted(product, version, product, oldest[0], oldest[1]));
        }
        return dialect;
    }
}
