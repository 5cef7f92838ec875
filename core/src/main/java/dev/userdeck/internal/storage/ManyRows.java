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
public final class ManyRows {
    private static final int AT_ONCE = 50;

    private final Table<?> table;
    private final List<Field<?>> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private ManyRows(Table<?> table, List<Field<?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** None yet, of these columns. */
    public static ManyRows into(Table<?> table, Field<?>... columns) {
        return new ManyRows(table, List.of(columns));
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
        String start = start(db);
        db.connection(connection -> {
            int whole = rows.size() / AT_ONCE * AT_ONCE;
            insert(connection, start, 0, whole, AT_ONCE);
            insert(connection, start, whole, rows.size(), 1);
        });
    }

    private String start(DSLContext db) {
        var names = new ArrayList<String>();
        columns.forEach(column -> names.add(db.render(column.getUnqualifiedName())));
        return "insert into " + db.render(table) + " (" + String.join(", ", names) + ") values ";
    }

    private void insert(Connection connection, String start, int from, int to, int size) throws SQLException {
        if (from == to) {
            return;
        }
        String row = "(" + "?, ".repeat(columns.size() - 1) + "?)";
        String sql = start + (row + ", ").repeat(size - 1) + row;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = from; at < to; at += size) {
                bind(statement, rows.subList(at, at + size));
                if (to - from == size) {
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
            for (Object value : values) {
                if (value instanceof Long number) {
                    statement.setLong(parameter++, number);
                } else {
                    statement.setString(parameter++, (String) value);
                }
            }
        }
    }
}
