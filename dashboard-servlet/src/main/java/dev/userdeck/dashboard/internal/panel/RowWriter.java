package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.TableDocuments.TableRowDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.paging.Page;
import java.util.List;

/** Turns a recipe's rows into what is sent. */
final class RowWriter {
    private RowWriter() {}

    static List<TableRowDocument> rows(List<Column> columns, List<TableRow> rows, Links links) {
        return rows.stream().map(row -> row(columns, row, links)).toList();
    }

    static Page<TableRowDocument> page(List<Column> columns, Page<TableRow> page, Links links) {
        return page.map(row -> row(columns, row, links));
    }

    private static TableRowDocument row(List<Column> columns, TableRow row, Links links) {
        return new TableRowDocument(
                row.key(), CellValues.cells(columns, row.cells()), links.address(row.link()), row.actions());
    }
}
