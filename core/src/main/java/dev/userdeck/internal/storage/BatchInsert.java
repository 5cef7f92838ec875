package dev.userdeck.internal.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that are inserted together: some at a time in one statement. The statements are of two sizes only, so
 * that drivers and engines know them again; and they are bound by JDBC, as a query of thousands of parts costs more to make
 * than to run.
 */
public final class BatchInsert {
    private static final int AT_ONCE = 50;

    private final Table<?> table;
    private final List<Field<?>> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private BatchInsert(Table<?> table, List<Field<?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** None yet, of these columns. */
    public static BatchInsert into(Table<?> table, Field<?>... columns) {
        return new BatchInsert(table, List.of(columns));
    }

    /**
     * Adds a row.
     *
     * @param values in the order of the columns: texts, {@code Long}s or null
     */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("There are " + columns.size() + " columns, not " + values.length);
        }
        rows.add(values);
    }

    /** Inserts them, in the order they were added. */
    public void insert(DSLContext db) {
        if (rows.isEmpty()) {
            return;
        }
        int whole = rows.size() / AT_ONCE * AT_ONCE;
        String some = RenderedStatement.insert(db, table, columns, AT_ONCE);
        String one = RenderedStatement.insert(db, table, columns, 1);
        db.connection(connection -> {
            insert(connection, some, rows.subList(0, whole), AT_ONCE);
            insert(connection, one, rows.subList(whole, rows.size()), 1);
        });
    }

    private static void insert(Connection connection, String sql, List<@Nullable Object[]> rows, int size)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < rows.size(); at += size) {
                bind(statement, rows.subList(at, at + size));
                if (rows.size() == size) {
                    statement.executeUpdate();
                    return;
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        int parameter = 1;
        for (@Nullable Object[] values : rows) {
            parameter = RenderedStatement.bind(statement, parameter, values);
        }
    }
}
