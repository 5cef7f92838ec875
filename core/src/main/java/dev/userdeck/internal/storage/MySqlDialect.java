package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/** MySQL 8. Tables get a binary collation without padding, so that {@code a}, {@code A} and {@code "a "} differ. */
class MySqlDialect implements Dialect {
    private static final Pattern CREATES_TABLE = Pattern.compile("(?i)^\\s*create\\s+table\\b");
    /** Of more than fits in a row. */
    private static final Pattern BYTES_TYPE = Pattern.compile("(?i)\\bvarbinary\\s*\\(\\s*\\d{5,}\\s*\\)");

    /** Table, column, key: each "already exists", and a foreign key of that name; what was to be dropped is gone. */
    private static final Set<Integer> ALREADY_DONE = Set.of(1050, 1060, 1061, 1826, 1091);

    @Override
    public Engine engine() {
        return Engine.MYSQL;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.MYSQL;
    }

    @Override
    public int[] oldestVersion() {
        return new int[] {8, 0};
    }

    @Override
    public boolean hasTransactionalDdl() {
        return false;
    }

    String collation() {
        return "utf8mb4_0900_bin";
    }

    @Override
    public String adapt(String statement) {
        if (!CREATES_TABLE.matcher(statement).find()) {
            return statement;
        }
        String fitting = BYTES_TYPE.matcher(statement).replaceAll("mediumblob");
        return fitting + " engine = InnoDB character set utf8mb4 collate " + collation();
    }

    @Override
    public String[] scriptFolders() {
        return new String[] {"mysql", "common"};
    }

    @Override
    public String createSchema(String schema) {
        return "create database if not exists " + schema;
    }

    /** Asked of the server: whether it is a schema or a catalog in JDBC's words depends on the driver's settings. */
    @Override
    public boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from information_schema.schemata where schema_name = ?")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The empty text if there is none yet, which can't be had again. */
    @Override
    public String useSchema(Connection connection, String schema) throws SQLException {
        String before = current(connection);
        switchTo(connection, schema);
        return before;
    }

    @Override
    public void restoreSchema(Connection connection, String before) throws SQLException {
        if (!before.isEmpty()) {
            switchTo(connection, before);
        }
    }

    private static void switchTo(Connection connection, String schema) throws SQLException {
        connection.setCatalog(schema);
        if (!current(connection).equals(schema)) {
            // Connector/J with databaseTerm=SCHEMA, where a catalog is nothing
            connection.setSchema(schema);
        }
        if (!current(connection).equals(schema)) {
            throw new SQLException("The driver does not switch to the database " + schema);
        }
    }

    private static String current(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database()")) {
            row.next();
            String name = row.getString(1);
            return name == null ? "" : name;
        }
    }

    @Override
    public boolean isAlreadyDone(SQLException failure) {
        return ALREADY_DONE.contains(failure.getErrorCode());
    }
}
