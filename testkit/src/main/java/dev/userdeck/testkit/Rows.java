package dev.userdeck.testkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the rows of all tables of a schema, past the API: what a refused call must not change, and what may not be left of a
 * user. Whatever they are called: a test's database holds the tables of the library and of its recipes alone.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Rows {
    private final TestDatabase database;
    private final @Nullable String schema;

    private Rows(TestDatabase database, @Nullable String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** The rows of this database. */
    public static Rows of(TestDatabase database) {
        return new Rows(database, null);
    }

    /** The rows of another schema of this database. */
    public static Rows of(TestDatabase database, String schema) {
        return new Rows(database, schema);
    }

    /** A table of {@code name}, in small letters, which is {@code quoted} in SQL. */
    private record Table(String name, String quoted) {}

    /** A row of the table of this name, with its values as text by column. */
    private record Row(String table, Map<String, @Nullable String> values) {}

    /** The names of the tables, in small letters. */
    public SortedSet<String> tables() {
        try (Connection connection = database.dataSource().getConnection()) {
            return tables(connection).stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        } catch (SQLException e) {
            throw new AssertionError("Could not list the tables", e);
        }
    }

    /**
     * All rows as text, but for some.
     *
     * @param value rows with this value in a column are left out; null for none
     * @param tables tables whose names begin so are left out
     */
    public SortedSet<String> without(@Nullable String value, String... tables) {
        var all = new TreeSet<String>();
        each(table -> List.of(tables).stream().noneMatch(table::startsWith), row -> {
            if (value == null || !row.values().containsValue(value)) {
                all.add(row.table() + row.values().values());
            }
        });
        return all;
    }

    /** The rows of some tables as text, with the names of their columns. */
    public SortedSet<String> of(Collection<String> tables) {
        var all = new TreeSet<String>();
        each(tables::contains, row -> all.add(row.table() + row.values()));
        return all;
    }

    /** The columns of some tables, by {@code table.column}. */
    public SortedSet<String> columns(Collection<String> tables) {
        var all = new TreeSet<String>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (Table table : tables(connection)) {
                if (tables.contains(table.name())) {
                    try (ResultSet none = statement.executeQuery("select * from " + table.quoted() + " where 1 = 0")) {
                        for (int column = 1; column <= none.getMetaData().getColumnCount(); column++) {
                            all.add(table.name() + "." + name(none, column));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError("Could not list the columns", e);
        }
        return all;
    }

    private static String name(ResultSet rows, int column) throws SQLException {
        return rows.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT);
    }

    /** How many rows hold this value, by {@code table.column}; without columns that don't. */
    public SortedMap<String, Integer> mentions(String value) {
        var found = new TreeMap<String, Integer>();
        each(
                table -> true,
                row -> row.values().forEach((column, held) -> {
                    if (value.equals(held)) {
                        found.merge(row.table() + "." + column, 1, Integer::sum);
                    }
                }));
        return found;
    }

    /** The rows of some tables that hold each of these values, as text. */
    public SortedSet<String> holding(Collection<String> tables, String... values) {
        var found = new TreeSet<String>();
        each(tables::contains, row -> {
            if (row.values().values().containsAll(List.of(values))) {
                found.add(row.table() + row.values());
            }
        });
        return found;
    }

    private void each(Predicate<String> tables, Consumer<Row> consumer) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (Table table : tables(connection)) {
                if (tables.test(table.name())) {
                    try (ResultSet rows = statement.executeQuery("select * from " + table.quoted())) {
                        while (rows.next()) {
                            consumer.accept(new Row(table.name(), values(rows)));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError("Could not read all tables", e);
        }
    }

    private static Map<String, @Nullable String> values(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.put(name(row, column), row.getString(column));
        }
        return values;
    }

    /** A schema is a catalog in MySQL and MariaDB, and may be written in other letters than it was created with. */
    private List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        boolean isCatalog = database.engine() == Engine.MYSQL || database.engine() == Engine.MARIADB;
        String current = isCatalog ? connection.getCatalog() : connection.getSchema();
        String wanted = schema == null ? current : schema;
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String[] kinds = {"TABLE", "BASE TABLE"};
        String catalog = isCatalog ? wanted : connection.getCatalog();
        try (ResultSet found = connection.getMetaData().getTables(catalog, null, "%", kinds)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                String home = found.getString(isCatalog ? "TABLE_CAT" : "TABLE_SCHEM");
                if (wanted.equalsIgnoreCase(home)) {
                    tables.add(new Table(
                            name.toLowerCase(Locale.ROOT), quote + home + quote + "." + quote + name + quote));
                }
            }
        }
        return tables;
    }
}
