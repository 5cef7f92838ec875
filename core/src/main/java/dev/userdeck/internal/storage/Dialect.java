package dev.userdeck.internal.storage;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.SQLDialect;

/** What jOOQ does not hide of an engine. One implementation each. */
public interface Dialect {

    /** Which engine it is. */
    Engine engine();

    /** How jOOQ calls it. */
    SQLDialect jooq();

    /** The oldest version that has what we use, as major and minor. */
    int[] oldestVersion();

    /** Whether a failed script leaves no part of a statement behind. */
    boolean hasTransactionalDdl();

    /** Adds what the engine needs to a statement of a common script, such as the collation of keys. */
    String adapt(String statement);

    /** The folders to look for a script in, best first. */
    String[] scriptFolders();

    /** How the engine spells an unquoted schema name in its catalogue. */
    default String schemaName(String schema) {
        return schema;
    }

    /** Makes {@code schema}; asked only where it isn't there, as an account may lack the right. */
    default String createSchema(String schema) {
        return "create schema if not exists " + schema;
    }

    /** Whether {@code schema} is there. */
    default boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString("TABLE_SCHEM").equals(schemaName(schema))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Makes {@code schema} the one that unqualified names mean on this connection.
     *
     * @return what {@link #restoreSchema} takes
     */
    String useSchema(Connection connection, String schema) throws SQLException;

    /** Undoes {@link #useSchema}. */
    void restoreSchema(Connection connection, String before) throws SQLException;

    /**
     * As {@link #useSchema}, until the open transaction ends.
     *
     * @throws UnsupportedOperationException unless {@link #hasTransactionalDdl}
     */
    default void useSchemaInTransaction(Connection connection, String schema) throws SQLException {
        throw new UnsupportedOperationException("The schema of a transaction on " + engine());
    }

    /** Waits until a transaction may write; to be closed once it has ended. Only on an H2 file does anyone wait. */
    default WriteLock turnToWrite() {
        return WriteLock.FREE;
    }

    /** Whether the statement failed because an earlier, interrupted run had done it already. */
    boolean isAlreadyDone(SQLException failure);

    /**
     * Finds out what a connection leads to.
     *
     * @throws ConfigurationException if it is an engine or a version that we don't run on
     */
    static Dialect of(Connection connection) throws SQLException {
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
