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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Asks the engine how it would run what was sent: by indexes, or by reading whole tables. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Plans {
    /** A table with fewer rows is as quick to read whole. */
    private static final int LARGE = 500;

    private static final Pattern SCAN =
            Pattern.compile("(?:Seq Scan on |\\.)(ud_\\w+)(?:\\.tableScan)?", Pattern.CASE_INSENSITIVE);

    private final TestDatabase database;
    private final Set<String> large = new TreeSet<>();

    /** Plans on this database, whose tables are filled ({@link ManyUsers}). */
    public Plans(TestDatabase database) {
        this.database = database;
        try (Connection connection = database.dataSource().getConnection()) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + table)) {
                    if (rows.next() && rows.getInt(1) >= LARGE) {
                        large.add(table);
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
        var text = new StringBuilder();
        var whole = new TreeSet<String>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("explain " + sent.sql())) {
            for (int i = 0; i < sent.values().size(); i++) {
                statement.setObject(i + 1, sent.values().get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    whole.addAll(scanned(rows));
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        text.append(rows.getString(column)).append(' ');
                    }
                    text.append('\n');
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No plan for " + sent, e);
        }
        whole.retainAll(large);
        return new Plan(text.toString(), whole);
    }

    /** The tables that a line of a plan, or all of H2's, reads whole. */
    private List<String> scanned(ResultSet row) throws SQLException {
        var tables = new ArrayList<String>();
        switch (database.engine()) {
            case MYSQL, MARIADB -> {
                if ("ALL".equals(row.getString("type"))) {
                    tables.add(String.valueOf(row.getString("table")));
                }
            }
            case H2, POSTGRESQL -> {
                Matcher scan = SCAN.matcher(row.getString(1));
                while (scan.find()) {
                    if (scan.group().startsWith("Seq Scan") || scan.group().endsWith(".tableScan")) {
                        tables.add(scan.group(1).toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return tables;
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
