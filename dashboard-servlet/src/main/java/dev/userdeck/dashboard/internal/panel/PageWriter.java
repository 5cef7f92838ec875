package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;

/** Writes a recipe's pages as documents for one operator. */
final class PageWriter {
    private final RecipeId recipe;
    private final ActionWriter actions;
    private final PreviewWriter previews;

    PageWriter(RecipeId recipe, Operator operator) {
        this.recipe = recipe;
        this.actions = new ActionWriter(recipe, operator);
        this.previews = new PreviewWriter(recipe, operator);
    }

    PageShapeDocument page(RecipePage page) {
        return new PageShapeDocument(
                page.id(),
                recipe.value(),
                page.title(),
                page.icon(),
                PageShapeDocument.Kind.TABLE,
                ColumnWriter.columns(recipe, page.columns()),
                RouteAddress.path(recipe, page.data(), RouteAddress.Known.NOTHING),
                page.search(),
                page.filters(),
                page.empty(),
                actions.action(page.create(), RouteAddress.Known.NOTHING),
                actions.actions(page.actions(), RouteAddress.Known.NOTHING),
                actions.actions(page.rowActions(), RouteAddress.Known.ROW),
                previews.shape(page.preview()));
    }
}
