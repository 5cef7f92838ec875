package dev.userdeck.testkit.recipe;

import static java.util.Objects.requireNonNull;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.RecipeContract;
import dev.userdeck.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of an unusual recipe, which {@link UnusualRecipesTest} runs. */
@ExtendWith(TestDatabase.H2.class)
class UnusualContract extends RecipeContract {
    /** The recipe of the run on this thread. */
    static final ThreadLocal<@Nullable Unusual> UNUSUAL = new ThreadLocal<>();

    private static SmallRecipe one() {
        return requireNonNull(UNUSUAL.get()).recipe();
    }

    @Override
    protected Recipe recipe() {
        return one();
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user) {
        userdeck.recipe(SmallRecipe.class).someRows(user);
    }

    @Override
    protected void someRows(Userdeck userdeck, UserId user, TenantId tenant) {
        userdeck.recipe(SmallRecipe.class).someRows(user, tenant);
    }

    @Override
    protected List<Recipe> required() {
        return one().required();
    }

    @Override
    protected boolean keepsRowsOnMerge() {
        return one().keepsRowsOnMerge();
    }
}
