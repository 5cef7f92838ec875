package dev.userdeck.testkit.contract;

import static java.util.Objects.requireNonNull;

import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import org.jspecify.annotations.Nullable;

/** Shows a contract the database as recipes have it. */
final class DatabaseProbe implements Recipe {
    private @Nullable Database database;

    @Override
    public RecipeId id() {
        return new RecipeId("probe");
    }

    @Override
    public void start(RecipeContext context) {
        database = context.database();
    }

    Database database() {
        return requireNonNull(database, "not started");
    }
}
