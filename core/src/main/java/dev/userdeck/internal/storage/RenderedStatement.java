package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is sent so often that rendering it each time would take longer than the database does: rendered once
 * ({@link JooqDatabase#prepare}), bound by name and read by field, by JDBC. See docs/adr/0030.
 */
public final class RenderedStatement {
    private final String name;
    private final String sql;
    private final BindNames binds;
    private final Field<?>[] columns;

    /** What is made of the rows. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {
        /** Before the first row. */
        T read(ResultRows rows) throws SQLException;
    }

    /** Binds the values of a statement. */
    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement prepared) throws SQLException;
    }

    /**
     * Takes a text.
     *
     * @param columns what it selects, in that order
     */
    RenderedStatement(String name, String sql, BindNames binds, List<? extends Field<?>> columns) {
        this.name = name;
        this.sql = sql;
        this.binds = binds;
        this.columns = columns.toArray(Field<?>[]::new);
    }

    /**
     * One statement of several.
     *
     * @param sql with {@code %s} for the text of each, in their order; nothing of what it selects is read
     */
    public static RenderedStatement around(String name, String sql, RenderedStatement... parts) {
        String whole = sql.formatted(Stream.of(parts).map(part -> part.sql).toArray());
        return new RenderedStatement(
                name, whole, BindNames.of(name, Stream.of(parts).map(part -> part.binds)), List.of());
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the values are not those that the statement binds
     */
    public <T extends @Nullable Object> T query(Connection connection, Reading<T> reading, Bind... values)
            throws SQLException {
        return query(connection, reading, prepared -> binds.bind(prepared, 1, values));
    }

    /**
     * Writes.
     *
     * @return how many rows it hit
     * @throws IllegalStateException if the values are not those that the statement binds
     */
    public int execute(Connection connection, Bind... values) throws SQLException {
        return execute(connection, prepared -> binds.bind(prepared, 1, values));
    }

    <T extends @Nullable Object> T query(Connection connection, Reading<T> reading, Binding binding)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(new ResultRows(name, columns, rows));
            }
        }
    }

    int execute(Connection connection, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        }
    }
}
