package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import org.apiguardian.api.API;

/**
 * Proof that a user can read the mail sent to an address: links, their expiry, and what an unverified user may do belong
 * here. It verifies nothing yet.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EmailVerificationRecipe implements Recipe {
    private static final RecipeId ID = new RecipeId("emailverification");

    /** Creates it; add it to a builder. */
    public EmailVerificationRecipe() {}

    @Override
    public RecipeId id() {
        return ID;
    }

    @Override
    public void start(RecipeContext context) {}
}
