package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.paging.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a recipe's rows into what is sent. */
final class RowWriter {

    /** A row as sent. */
    public record RowDocument(
            String key, Map<String, Object> cells, @Nullable String link) {}

    private RowWriter() {}

    static List<RowDocument> rows(List<Column> columns, List<TableRow> rows, Links links) {
        return rows.stream().map(row -> row(columns, row, links)).toList();
    }

    static Page<RowDocument> page(List<Column> columns, Page<TableRow> page, Links links) {
        return page.map(row -> row(columns, row, links));
    }

    private static RowDocument row(List<Column> columns, TableRow row, Links links) {
        return new RowDocument(row.key(), CellValues.cells(columns, row.cells()), links.address(row.link()));
    }
}
