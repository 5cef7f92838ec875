package dev.userdeck.recipe.usermetadata;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import org.apiguardian.api.API;

/**
 * A place for free-form data of a user, such as settings or notes of the app: reading, changing and a section of the user
 * page belong here. It keeps nothing yet.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class UserMetadataRecipe implements Recipe {
    private static final RecipeId ID = new RecipeId("usermetadata");

    /** Creates it; add it to a builder. */
    public UserMetadataRecipe() {}

    @Override
    public RecipeId id() {
        return ID;
    }

    @Override
    public void start(RecipeContext context) {}
}
