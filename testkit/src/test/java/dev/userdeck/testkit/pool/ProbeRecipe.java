package dev.userdeck.testkit.pool;

import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;

/** Shows a test the database as recipes have it. */
final class ProbeRecipe implements Recipe {
    private Database database;

    @Override
    public RecipeId id() {
        return new RecipeId("probe");
    }

    @Override
    public void start(RecipeContext context) {
        database = context.database();
    }

    Database database() {
        return database;
    }
}
