package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.TableDocuments.TableRowDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a recipe's rows into what is sent. */
final class RowWriter {
    private RowWriter() {}

    /** Rows in a section of the user page. */
    static List<TableRowDocument> rows(List<Column> columns, List<TableRow> rows, Links links) {
        return rows.stream()
                .map(row -> row(columns, row, links, RouteAddress.Known.USER_AND_ROW))
                .toList();
    }

    /** Rows of a page or a preview. */
    static Page<TableRowDocument> page(List<Column> columns, Page<TableRow> page, Links links) {
        return page.map(row -> row(columns, row, links, RouteAddress.Known.ROW));
    }

    private static TableRowDocument row(List<Column> columns, TableRow row, Links links, RouteAddress.Known known) {
        return new TableRowDocument(
                row.key(),
                CellValues.cells(columns, row.cells()),
                links.address(row.link()),
                row.actions() ? null : false,
                row.lockedActions().isEmpty() ? null : locked(links.recipe(), row.lockedActions(), known));
    }

    /** Why actions can't be done, by their method and path. */
    static Map<String, Text> locked(RecipeId recipe, Map<Route, Text> locked, RouteAddress.Known known) {
        var byAddress = new LinkedHashMap<String, Text>();
        locked.forEach((route, reason) ->
                byAddress.put(route.method() + " " + RouteAddress.full(recipe, route, known), reason));
        return byAddress;
    }
}
