package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.TableDocuments.ColumnDocument;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.recipe.spi.RecipeId;
import java.util.List;

/** Writes a recipe's columns as documents. */
final class ColumnWriter {
    private ColumnWriter() {}

    /** A column of the users list, whose cells lie beside those of other recipes. */
    static ColumnDocument usersColumn(RecipeId recipe, Column column) {
        return column(recipe, PanelIds.global(recipe, column.id()), column);
    }

    /** The columns of a table of the recipe's own. */
    static List<ColumnDocument> columns(RecipeId recipe, List<Column> columns) {
        return columns.stream()
                .map(column -> column(recipe, column.id(), column))
                .toList();
    }

    private static ColumnDocument column(RecipeId recipe, String id, Column column) {
        return new ColumnDocument(
                id, recipe.value(), column.label(), column.kind(), column.width(), column.priority(), column.small());
    }
}
