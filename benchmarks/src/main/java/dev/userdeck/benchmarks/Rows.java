package dev.userdeck.benchmarks;

import static java.util.Collections.nCopies;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows of one table, written many at a time: by COPY on PostgreSQL, as a batch on H2, by inserts of many rows elsewhere, which
 * saves the way to the server.
 */
final class Rows {
    private static final int ROWS_PER_INSERT = 200;

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    Rows(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    /** Takes a row to be written: a text, a number or null for each column. */
    void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(table + " takes " + columns.size() + " values, not " + values.length);
        }
        waiting.add(values);
    }

    /** Writes what is waiting, within the open transaction. */
    void flush(Connection connection) throws SQLException, IOException {
        if (waiting.isEmpty()) {
            return;
        }
        if (connection.isWrapperFor(PGConnection.class)) {
            copy(connection.unwrap(PGConnection.class));
        } else if (connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
            batch(connection);
        } else {
            insert(connection);
        }
        waiting.clear();
    }

    private void copy(PGConnection connection) throws SQLException, IOException {
        var text = new StringBuilder();
        for (@Nullable Object[] row : waiting) {
            for (int i = 0; i < row.length; i++) {
                text.append(i == 0 ? "" : "\t").append(escaped(row[i]));
            }
            text.append('\n');
        }
        connection
                .getCopyAPI()
                .copyIn(
                        "copy %s (%s) from stdin".formatted(table, String.join(", ", columns)),
                        new StringReader(text.toString()));
    }

    private static String escaped(@Nullable Object value) {
        return value == null
                ? "\\N"
                : value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private void insert(Connection connection) throws SQLException {
        for (int from = 0; from < waiting.size(); from += ROWS_PER_INSERT) {
            List<@Nullable Object[]> part = waiting.subList(from, Math.min(waiting.size(), from + ROWS_PER_INSERT));
            try (PreparedStatement statement = connection.prepareStatement(insertOf(part.size()))) {
                int bind = 1;
                for (@Nullable Object[] row : part) {
                    for (Object value : row) {
                        statement.setObject(bind++, value);
                    }
                }
                statement.executeUpdate();
            }
        }
    }

    private void batch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insertOf(1))) {
            for (@Nullable Object[] row : waiting) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String insertOf(int rows) {
        String one = "(" + String.join(", ", nCopies(columns.size(), "?")) + ")";
        return "insert into %s (%s) values %s"
                .formatted(table, String.join(", ", columns), String.join(", ", nCopies(rows, one)));
    }
}
