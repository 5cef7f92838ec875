package dev.userdeck.internal.storage;

import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;

/** MySQL 8. Tables get a binary collation without padding, so that {@code a}, {@code A} and {@code "a "} differ. */
class MySqlDialect implements Dialect {
    private static final Pattern CREATES_TABLE = Pattern.compile("(?i)^\\s*create\\s+table\\b");
    /** Table, column, key: each "already exists", and a foreign key of that name. */
    private static final Set<Integer> ALREADY_EXISTS = Set.of(1050, 1060, 1061, 1826);

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
        return statement + " engine = InnoDB character set utf8mb4 collate " + collation();
    }

    @Override
    public String[] scriptFolders() {
        return new String[] {"mysql", "common"};
    }

    @Override
    public String createSchema(String schema) {
        return "create database if not exists " + schema;
    }

    @Override
    public boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (ResultSet catalogs = connection.getMetaData().getCatalogs()) {
            while (catalogs.next()) {
                if (catalogs.getString(1).equals(schema)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public String useSchema(Connection connection, String schema) throws SQLException {
        String before = connection.getCatalog();
        connection.setCatalog(schema);
        return before;
    }

    @Override
    public boolean isAlreadyDone(SQLException failure) {
        return ALREADY_EXISTS.contains(failure.getErrorCode());
    }
}
