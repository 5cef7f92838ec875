package dev.userdeck.testkit.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds the rows of any table that hold a value, such as the id of a user. */
final class Mentions {
    private final DataSource dataSource;

    Mentions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Column(String table, String name) {}

    /** How many rows hold {@code value}, by {@code table.column}; without those that hold it nowhere. */
    Map<String, Integer> of(String value) throws SQLException {
        var found = new TreeMap<String, Integer>();
        try (Connection connection = dataSource.getConnection()) {
            for (Column column : textColumns(connection)) {
                int rows = count(connection, column, value);
                if (rows > 0) {
                    found.put((column.table() + "." + column.name()).toLowerCase(Locale.ROOT), rows);
                }
            }
        }
        return found;
    }

    private static List<Column> textColumns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        @Nullable String schema = connection.getSchema();
        try (ResultSet rows = connection.getMetaData().getColumns(connection.getCatalog(), schema, "%", "%")) {
            while (rows.next()) {
                int type = rows.getInt("DATA_TYPE");
                String table = rows.getString("TABLE_NAME");
                boolean isOurs = table.toLowerCase(Locale.ROOT).startsWith("ud_");
                if (isOurs && (type == Types.VARCHAR || type == Types.CHAR)) {
                    columns.add(new Column(table, rows.getString("COLUMN_NAME")));
                }
            }
        }
        return columns;
    }

    private static int count(Connection connection, Column column, String value) throws SQLException {
        String sql = "select count(*) from " + column.table() + " where " + column.name() + " = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
