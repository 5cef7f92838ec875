package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.recipe.spi.Database.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** PostgreSQL. Text columns get the collation {@code "C"}: binary, and the same on every server; bytes are {@code bytea}. */
final class PostgresDialect implements Dialect {
    private static final Pattern CREATES_TABLE = Pattern.compile("(?i)^\\s*create\\s+table\\b");
    private static final Pattern TEXT_TYPE = Pattern.compile("(?i)\\bvarchar\\s*\\(\\s*\\d+\\s*\\)(?!\\s+collate\\b)");

    private static final Pattern BYTES_TYPE = Pattern.compile("(?i)\\bvarbinary\\s*\\(\\s*\\d+\\s*\\)");

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public int[] oldestVersion() {
        return new int[] {13, 0};
    }

    @Override
    public boolean hasTransactionalDdl() {
        return true;
    }

    @Override
    public String adapt(String statement) {
        if (!CREATES_TABLE.matcher(statement).find()) {
            return statement;
        }
        String collated = TEXT_TYPE.matcher(statement).replaceAll("$0 collate \"C\"");
        return BYTES_TYPE.matcher(collated).replaceAll("bytea");
    }

    @Override
    public String[] scriptFolders() {
        return new String[] {"postgresql", "common"};
    }

    /** The whole path, as {@code Connection.getSchema} names but the first of it. */
    @Override
    public String useSchema(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet path = statement.executeQuery("select current_setting('search_path')")) {
            path.next();
            String before = path.getString(1);
            setPath(connection, schema, false);
            return before;
        }
    }

    @Override
    public void restoreSchema(Connection connection, String before) throws SQLException {
        setPath(connection, before, false);
    }

    @Override
    public void useSchemaInTransaction(Connection connection, String schema) throws SQLException {
        setPath(connection, schema, true);
    }

    private static void setPath(Connection connection, String path, boolean isLocal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('search_path', ?, ?)")) {
            statement.setString(1, path);
            statement.setBoolean(2, isLocal);
            statement.execute();
        }
    }

    @Override
    public boolean hasAdvisoryLocks() {
        return true;
    }

    @Override
    public boolean hasUpdateInWith() {
        return true;
    }

    @Override
    public boolean bindsArrays() {
        return true;
    }

    @Override
    public boolean hashesSelectedConditions() {
        return true;
    }

    @Override
    public boolean analyzesLater() {
        return true;
    }

    @Override
    public boolean indexesWords() {
        return true;
    }

    @Override
    public boolean isAlreadyDone(SQLException failure) {
        return false;
    }
}
