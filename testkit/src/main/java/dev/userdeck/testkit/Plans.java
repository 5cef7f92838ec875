package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.StatementCounter.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Asks the engine how it would run what was sent: by looking into indexes, or by reading whole tables. Reading a whole index
 * is told, too, on PostgreSQL and MySQL; the plans of H2 and MariaDB don't say where a limit ends it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Plans {
    /** A table with fewer rows is as quick to read whole. */
    private static final int LARGE = 500;

    private static final Pattern H2_SCAN = Pattern.compile("\\.(ud_\\w+)\\.tableScan", Pattern.CASE_INSENSITIVE);

    private final TestDatabase database;
    /** How many rows there are in tables that aren't small. */
    private final Map<String, Integer> large = new TreeMap<>();

    /** Plans on this database, whose tables are filled ({@link ManyUsers}). */
    public Plans(TestDatabase database) {
        this.database = database;
        try (Connection connection = database.dataSource().getConnection()) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + table)) {
                    if (rows.next() && rows.getInt(1) >= LARGE) {
                        large.put(table, rows.getInt(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Can't count rows", e);
        }
    }

    /** Runs some work, and fails if one of its statements would read a whole table that isn't small. */
    public void assertIndexed(String description, Runnable work) {
        assertIndexed(description, sql -> true, work);
    }

    /**
     * The same for some of what is sent.
     *
     * @param which the statements to look at; there must be one
     */
    public void assertIndexed(String description, Predicate<String> which, Runnable work) {
        database.statements().reset();
        work.run();
        List<Sent> sent = database.statements().sent().stream()
                .filter(statement -> which.test(statement.sql()))
                .toList();
        assertThat(sent).as(description).isNotEmpty();
        sent.stream().filter(statement -> !statement.sql().startsWith("insert")).forEach(statement -> {
            Plan plan = plan(statement);
            assertThat(plan.readWhole())
                    .as("tables read whole for %s by %s:%n%s", description, statement, plan.text())
                    .isEmpty();
        });
    }

    /** What the engine would do, and the tables that it would read whole. */
    private record Plan(String text, Set<String> readWhole) {}

    private Plan plan(Sent sent) {
        var lines = new ArrayList<String>();
        var whole = new TreeSet<String>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("explain " + sent.sql())) {
            for (int i = 0; i < sent.values().size(); i++) {
                statement.setObject(i + 1, sent.values().get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var line = new StringJoiner(" ");
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        line.add(rows.getString(column));
                    }
                    lines.add(line.toString());
                    if (database.engine() == Engine.MYSQL || database.engine() == Engine.MARIADB) {
                        whole.addAll(readWhole(rows));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No plan for " + sent, e);
        }
        String text = String.join("\n", lines);
        switch (database.engine()) {
            case POSTGRESQL -> whole.addAll(PostgresPlan.readWhole(lines));
            case H2 -> {
                Matcher scan = H2_SCAN.matcher(text);
                while (scan.find()) {
                    whole.add(scan.group(1).toLowerCase(Locale.ROOT));
                }
            }
            case MYSQL, MARIADB -> {}
        }
        whole.retainAll(large.keySet());
        return new Plan(text, whole);
    }

    /** The table, if it is read whole; on MySQL, whose plans heed limits, also if most of an index is. */
    private Set<String> readWhole(ResultSet row) throws SQLException {
        String table = String.valueOf(row.getString("table"));
        String type = String.valueOf(row.getString("type"));
        boolean isIndex = database.engine() == Engine.MYSQL
                && type.equals("index")
                && row.getLong("rows") > large.getOrDefault(table, Integer.MAX_VALUE) / 2;
        return type.equals("ALL") || isIndex ? Set.of(table) : Set.of();
    }

    static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        String schema = connection.getSchema();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (table.startsWith("ud_")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
