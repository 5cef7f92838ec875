package dev.userdeck.internal.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is sent so often that rendering it each time would take longer than the database does: rendered once
 * ({@link JooqDatabase#prepare}), bound and read by JDBC.
 */
public final class RenderedStatement {
    private final String sql;

    /** What is made of the rows. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {
        /** Before the first row. */
        T read(ResultSet rows) throws SQLException;
    }

    /** Sends this text, with a question mark for each value. */
    public RenderedStatement(String sql) {
        this.sql = sql;
    }

    /** The text of an insert of so many rows. */
    public static String insert(DSLContext db, Table<?> table, List<? extends Field<?>> columns, int rows) {
        String names = columns.stream()
                .map(column -> db.render(column.getUnqualifiedName()))
                .collect(Collectors.joining(", "));
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "insert into " + db.render(table) + " (" + names + ") values "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    /** Its text. */
    public String sql() {
        return sql;
    }

    /**
     * Reads.
     *
     * @param values in the order of the question marks: texts, {@code Long}s or null
     */
    public <T extends @Nullable Object> T query(Connection connection, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        }
    }

    /**
     * Writes.
     *
     * @param values in the order of the question marks: texts, {@code Long}s or null
     * @return how many rows it hit
     */
    public int execute(Connection connection, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            return statement.executeUpdate();
        }
    }

    /** Binds values from a parameter on, and returns the one behind them. */
    static int bind(PreparedStatement statement, int parameter, @Nullable Object... values) throws SQLException {
        int next = parameter;
        for (Object value : values) {
            if (value instanceof Long number) {
                statement.setLong(next++, number);
            } else {
                statement.setString(next++, (String) value);
            }
        }
        return next;
    }
}
