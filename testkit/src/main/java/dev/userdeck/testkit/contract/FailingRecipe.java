package dev.userdeck.testkit.contract;

import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;

/** A neighbour that spoils the start. */
final class FailingRecipe implements Recipe {
    static final String WORDS = "this recipe never starts";

    @Override
    public RecipeId id() {
        return new RecipeId("failing");
    }

    @Override
    public void start(RecipeContext context) {
        throw new IllegalStateException(WORDS);
    }
}
