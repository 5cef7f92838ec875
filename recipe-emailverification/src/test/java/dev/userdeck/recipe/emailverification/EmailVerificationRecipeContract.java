package dev.userdeck.recipe.emailverification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.UserId;
import org.junit.jupiter.api.Test;

abstract class EmailVerificationRecipeContract extends RecipeContract {
    @Override
    protected Recipe recipe() {
        return new EmailVerificationRecipe();
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        userdeck.recipe(EmailVerification.class).markVerified(user, Actor.system());
    }

    @Test
    void isDiscovered() {
        Userdeck discovering = start(builder().discoverRecipes());

        assertThat(discovering.recipes()).extracting(RunningRecipe::id).contains(new RecipeId("emailverification"));
    }
}
