package dev.userdeck.testkit.contract;

import dev.userdeck.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the tables, past the API. */
public final class Tables {
    private final TestDatabase database;

    public Tables(TestDatabase database) {
        this.database = database;
    }

    /** How many rows a table has. */
    public int count(String table) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError("Could not count the rows of " + table, e);
        }
    }

    /** All values of a table, one after the other. */
    String dump(String table) {
        var text = new StringBuilder();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    text.append(rows.getString(column)).append('\n');
                }
            }
            return text.toString();
        } catch (SQLException e) {
            throw new AssertionError("Could not read " + table, e);
        }
    }

    /** Writes. */
    public void execute(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("Could not " + sql, e);
        }
    }
}
