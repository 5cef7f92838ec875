package dev.userdeck.testkit.recipe;

import static java.util.Objects.requireNonNull;

import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recipe with nothing but these tables, for those who add one thing. */
class SmallRecipe implements Recipe {
    static final Permission READ = new Permission("small:read", Preset.VIEWER);

    private final String[] scripts;
    private @Nullable RecipeContext context;

    SmallRecipe(String... scripts) {
        this.scripts = scripts;
    }

    @Override
    public RecipeId id() {
        return new RecipeId("small");
    }

    @Override
    public Optional<SchemaScripts> schema() {
        return scripts.length == 0 ? Optional.empty() : Optional.of(SchemaScripts.of(SmallRecipe.class, scripts));
    }

    @Override
    public void start(RecipeContext started) {
        context = started;
        started.expose(SmallRecipe.class, this);
    }

    RecipeContext context() {
        return requireNonNull(context);
    }

    Sql sql() {
        return new Sql(context().database());
    }

    /** See {@link dev.userdeck.testkit.contract.RecipeContract#someRows(dev.userdeck.Userdeck, UserId)}. */
    void someRows(UserId user) {}

    /** See {@link dev.userdeck.testkit.contract.RecipeContract#someRows(dev.userdeck.Userdeck, UserId, TenantId)}. */
    void someRows(UserId user, TenantId tenant) {}

    /** See {@link dev.userdeck.testkit.contract.RecipeContract#required}. */
    List<Recipe> required() {
        return List.of();
    }

    /** See {@link dev.userdeck.testkit.contract.RecipeContract#keepsRowsOnMerge}. */
    boolean keepsRowsOnMerge() {
        return true;
    }
}
