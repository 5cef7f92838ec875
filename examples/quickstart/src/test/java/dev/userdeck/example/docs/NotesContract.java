package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.UserId;

/** What the notes do, whatever the database. */
abstract class NotesContract extends RecipeContract {

    @Override
    protected Recipe recipe() {
        return new NotesRecipe();
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        userdeck.recipe(Notes.class).write(user, "Prefers to be called in the morning", Actor.system());
    }
}
