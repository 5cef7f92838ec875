package dev.userdeck.testkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of all tables of the library and its recipes, past the API: what a refused call must not change. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Rows {
    private static final String PREFIX = "ud_";

    private final TestDatabase database;

    private Rows(TestDatabase database) {
        this.database = database;
    }

    /** The rows of this database. */
    public static Rows of(TestDatabase database) {
        return new Rows(database);
    }

    /**
     * All rows as text, but for some.
     *
     * @param value rows with this value in a column are left out; null for none
     * @param tables tables whose names begin so are left out
     */
    public SortedSet<String> without(@Nullable String value, String... tables) {
        var all = new TreeSet<String>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                if (List.of(tables).stream().noneMatch(table::startsWith)) {
                    try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                        addAll(all, table, rows, value);
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError("Could not read all tables", e);
        }
        return all;
    }

    private static void addAll(SortedSet<String> all, String table, ResultSet rows, @Nullable String value)
            throws SQLException {
        while (rows.next()) {
            var cells = new ArrayList<String>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                cells.add(String.valueOf(rows.getString(column)));
            }
            if (value == null || !cells.contains(value)) {
                all.add(table + cells);
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        String[] kinds = {"TABLE", "BASE TABLE"};
        try (ResultSet found =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", kinds)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith(PREFIX)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
