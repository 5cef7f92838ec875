package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.UserId;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's recipe is a good one. */
@ExtendWith(TestDatabase.H2.class)
class OrdersRecipeTest extends RecipeContract {

    @Override
    protected Recipe recipe() {
        return new OrdersRecipe(user -> 3);
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {}
}
