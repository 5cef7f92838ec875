package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one table that are inserted together: some at a time in one statement. The statements are of two sizes only, so
 * that drivers and engines know them again; and they are bound by JDBC, as a query of thousands of parts costs more to make
 * than to run.
 */
public final class BatchInsert {
    private static final int AT_ONCE = 50;

    private final Table<?> table;
    private final List<Field<?>> columns;
    private final List<Bind[]> rows = new ArrayList<>();

    private BatchInsert(Table<?> table, List<Field<?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** None yet, of these columns. */
    public static BatchInsert into(Table<?> table, Field<?>... columns) {
        return new BatchInsert(table, List.of(columns));
    }

    /** Adds a row, with a value for each column. */
    public void add(Bind... row) {
        rows.add(row);
    }

    /** Inserts them, in the order they were added. */
    public void insert(DSLContext db) {
        if (rows.isEmpty()) {
            return;
        }
        int whole = rows.size() / AT_ONCE * AT_ONCE;
        BindNames names = RenderedInsert.names(table, columns);
        String some = RenderedInsert.sql(db, table, columns, AT_ONCE);
        String one = RenderedInsert.sql(db, table, columns, 1);
        db.connection(connection -> {
            insert(connection, some, names, rows.subList(0, whole), AT_ONCE);
            insert(connection, one, names, rows.subList(whole, rows.size()), 1);
        });
    }

    private static void insert(Connection connection, String sql, BindNames names, List<Bind[]> rows, int size)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < rows.size(); at += size) {
                int parameter = 1;
                for (Bind[] row : rows.subList(at, at + size)) {
                    parameter = names.bind(statement, parameter, row);
                }
                if (rows.size() == size) {
                    statement.executeUpdate();
                    return;
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
