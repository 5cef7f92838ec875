package dev.userdeck.recipe.usermetadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.UserId;
import org.junit.jupiter.api.Test;

abstract class UserMetadataRecipeContract extends RecipeContract {
    @Override
    protected Recipe recipe() {
        return new UserMetadataRecipe();
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        userdeck.recipe(UserMetadata.class).merge(user, "{\"language\": \"en-GB\"}");
    }

    @Test
    void isDiscovered() {
        Userdeck discovering = start(builder().discoverRecipes());

        assertThat(discovering.recipes()).extracting(RunningRecipe::id).contains(new RecipeId("usermetadata"));
    }
}
