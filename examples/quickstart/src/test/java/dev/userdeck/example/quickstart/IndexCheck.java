package dev.userdeck.example.quickstart;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares each index of an H2 file with its table. */
final class IndexCheck {
    private static final String INDEXES = """
        select i.table_name, i.index_name, c.column_name
        from information_schema.indexes i
        join information_schema.index_columns c
          on c.index_schema = i.index_schema and c.index_name = i.index_name and c.table_name = i.table_name
        where i.table_schema = 'PUBLIC' and i.table_name like 'UD~_%' escape '~' and c.ordinal_position = 1
        order by i.table_name, i.index_name\
        """;

    private IndexCheck() {}

    /**
     * What doesn't fit.
     *
     * @param database the file without its suffix, which nobody else has open
     */
    static List<String> differences(Path database) throws SQLException {
        List<String> different = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database.toAbsolutePath());
                Statement statement = connection.createStatement()) {
            for (Index index : indexes(statement)) {
                try {
                    String least = "%1$s >= (select min(%1$s) from %2$s use index ())"
                            .formatted(index.column(), index.table());
                    if (!plan(statement, byIndex(index, least)).contains(index.name())) {
                        different.add(index.name() + " was not read: " + plan(statement, byIndex(index, least)));
                    }
                    for (String part : List.of(least, index.column() + " is null")) {
                        if (!rows(statement, byTable(index, part)).equals(rows(statement, byIndex(index, part)))) {
                            different.add(index.name() + " does not fit " + index.table());
                        }
                    }
                } catch (SQLException e) {
                    different.add(index.name() + ": " + e.getMessage());
                }
            }
        }
        return different;
    }

    private record Index(String table, String name, String column) {}

    private static String byTable(Index index, String part) {
        return "select * from %s use index () where %s".formatted(index.table(), part);
    }

    private static String byIndex(Index index, String part) {
        return "select * from %s use index (%s) where %s".formatted(index.table(), index.name(), part);
    }

    private static List<Index> indexes(Statement statement) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                indexes.add(new Index(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        if (indexes.isEmpty()) {
            throw new IllegalStateException("No index was found");
        }
        return indexes;
    }

    private static String plan(Statement statement, String query) throws SQLException {
        try (ResultSet plan = statement.executeQuery("explain " + query)) {
            plan.next();
            return plan.getString(1).replaceAll("(?is)use index \\([^)]*\\)", "");
        }
    }

    /** Each row, and how often it is there. */
    private static Map<List<String>, Integer> rows(Statement statement, String query) throws SQLException {
        Map<List<String>, Integer> rows = new HashMap<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.merge(row, 1, Integer::sum);
            }
        }
        return rows;
    }
}
