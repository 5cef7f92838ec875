package dev.userdeck.testkit;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipeState.Settings;
import dev.userdeck.testkit.RandomRecipeState.Tag;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A stranger's recipe with an id of chance, written against the SPI alone: what draws it can't know it. It adds a section
 * of each kind to the user page, a page of its own, a column and a filter of each kind to the users list, and fields to the
 * form that creates a user, which refuses the note "refused"; it keeps
 * all in memory; each part but the filters sends one statement to the database when it is drawn, as a real one would.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RandomRecipe implements Recipe {
    private final RandomRecipeState state = new RandomRecipeState();

    /** One with a new id. */
    public RandomRecipe() {}

    @Override
    public RecipeId id() {
        return state.id();
    }

    @Override
    public void start(RecipeContext started) {
        state.start(started);
    }

    @Override
    public DashboardContribution dashboard() {
        return new RandomRecipePanels(state, new RandomRecipeRoutes(state)).contribution();
    }

    @Override
    public List<UserDataField> dataFields() {
        return List.of(new RandomRecipeData(state));
    }

    /** From now on this part throws when it is drawn. */
    public void fail(RandomRecipePart part) {
        state.fail(part);
    }

    /** Undoes {@link #fail}. */
    public void mend(RandomRecipePart part) {
        state.mend(part);
    }

    /** Puts tags on a user, in the tenant {@code public}. */
    public void tag(UserId user, String... names) {
        for (String name : names) {
            state.tag(user, new Tag(name, TenantId.PUBLIC));
        }
    }

    /** The names of a user's tags. */
    public List<String> tagsOf(UserId user) {
        return state.tags(user).stream().map(Tag::name).toList();
    }

    /** The note on a user, null when there is none. */
    public @Nullable String noteOn(UserId user) {
        return state.noteOn(user);
    }

    /** The JSON with a user, null when there is none. */
    public @Nullable String settingsOf(UserId user) {
        Settings kept = state.settings(user);
        return kept.version() == 0 ? null : kept.json();
    }

    /** Puts JSON with a user, whatever was there. */
    public void settings(UserId user, String json) {
        state.settings(user, json);
    }

    /** Puts a thing on the recipe's page, whatever was there under this name. */
    public void thing(String name, String... words) {
        state.thing(name, List.of(words));
    }

    /** The names of the things on the recipe's page. */
    public Set<String> things() {
        return state.things();
    }
}
