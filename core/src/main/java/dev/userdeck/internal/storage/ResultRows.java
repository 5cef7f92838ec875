package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a {@link RenderedStatement} found, read by the fields of its select list: by the very objects, not by others
 * of the same name. Before the first row at first.
 */
public final class ResultRows {
    private final String statement;
    private final Field<?>[] columns;
    private final ResultSet rows;
    /** Where the next field is looked for first: most are read in the order in which they were selected. */
    private int next;

    ResultRows(String statement, Field<?>[] columns, ResultSet rows) {
        this.statement = statement;
        this.columns = columns;
        this.rows = rows;
    }

    /** Goes on to the next row, if there is one. */
    public boolean next() throws SQLException {
        return rows.next();
    }

    /**
     * What the row has in a field that is never null.
     *
     * @throws IllegalStateException if the statement doesn't select the field, or has found null
     */
    public <T> T get(Field<T> field) throws SQLException {
        T value = getOrNull(field);
        if (value == null) {
            throw new IllegalStateException("Statement \"" + statement + "\" found null for " + field);
        }
        return value;
    }

    /**
     * What the row has in a field.
     *
     * @throws IllegalStateException if the statement doesn't select the field
     */
    @SuppressWarnings("unchecked") // it is read as the type of the field
    public <T> @Nullable T getOrNull(Field<T> field) throws SQLException {
        int column = column(field);
        Class<T> type = field.getType();
        if (type == String.class) {
            return (T) rows.getString(column);
        }
        if (type == Long.class) {
            Long number = rows.getLong(column);
            return rows.wasNull() ? null : (T) number;
        }
        if (type == Integer.class) {
            Integer number = rows.getInt(column);
            return rows.wasNull() ? null : (T) number;
        }
        return type.cast(rows.getObject(column));
    }

    private int column(Field<?> field) {
        for (int i = 0; i < columns.length; i++) {
            if (next == columns.length) {
                next = 0;
            }
            if (columns[next++] == field) {
                return next;
            }
        }
        throw new IllegalStateException("Statement \"" + statement + "\" selects no " + field);
    }
}
