package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.recipe.spi.RecipeId;

/** What panels are called across recipes. */
public final class PanelIds {
    private PanelIds() {}

    /** The id of a recipe's panel, as {@code roles.column}; a page has its own, which {@link PanelChecks} keeps from another recipe's. */
    public static String global(RecipeId recipe, String id) {
        return recipe.value() + "." + id;
    }
}
