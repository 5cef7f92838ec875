package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * As {@link RenderedStatement}, for the insert of some rows of one table: rendered once for each number of rows, bound by the
 * names of the columns. Safe for use by many threads.
 */
public final class RenderedInsert {
    private final DSLContext db;
    private final Table<?> table;
    private final List<? extends Field<?>> columns;
    private final BindNames names;
    private final Map<Integer, String> rendered = new ConcurrentHashMap<>();

    RenderedInsert(DSLContext db, Table<?> table, List<? extends Field<?>> columns) {
        this.db = db;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.names = names(table, columns);
    }

    /** The values of one row. */
    static BindNames names(Table<?> table, List<? extends Field<?>> columns) {
        return new BindNames(
                "insert into " + table.getName(),
                columns.stream().map(Field::getName).toList());
    }

    /** The text of an insert of so many rows. */
    static String sql(DSLContext db, Table<?> table, List<? extends Field<?>> columns, int rows) {
        String names = columns.stream()
                .map(column -> db.render(column.getUnqualifiedName()))
                .collect(Collectors.joining(", "));
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "insert into " + db.render(table) + " (" + names + ") values "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    /**
     * Inserts one row.
     *
     * @throws IllegalStateException if the values are not those of the columns
     */
    public void execute(Connection connection, Bind... row) throws SQLException {
        execute(connection, Collections.singletonList(row));
    }

    /**
     * Inserts rows, a few, in one statement.
     *
     * @throws IllegalStateException if the values of a row are not those of the columns
     */
    public void execute(Connection connection, List<Bind[]> rows) throws SQLException {
        String sql = rendered.computeIfAbsent(rows.size(), number -> sql(db, table, columns, number));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (Bind[] row : rows) {
                parameter = names.bind(statement, parameter, row);
            }
            statement.executeUpdate();
        }
    }
}
