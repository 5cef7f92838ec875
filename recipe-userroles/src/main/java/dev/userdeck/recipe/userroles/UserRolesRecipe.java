package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.userroles.internal.DefaultUserRoles;
import dev.userdeck.recipe.userroles.internal.RolePanels;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Roles and permissions for users: the service {@link UserRoles}, and in the dashboard a page, a section of the user page
 * and a column of the users list.
 *
 * <pre>{@code
 * Userdeck userdeck = Userdeck.builder().dataSource(dataSource).recipe(new UserRolesRecipe()).start();
 * UserRoles roles = userdeck.recipe(UserRoles.class);
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class UserRolesRecipe implements Recipe {

    private static final RecipeId ID = new RecipeId("userroles");

    private @Nullable UserRoles roles;

    /** Creates it; add it to a builder. */
    public UserRolesRecipe() {}

    @Override
    public RecipeId id() {
        return ID;
    }

    @Override
    public Optional<SchemaScripts> schema() {
        return Optional.of(SchemaScripts.of(UserRolesRecipe.class, "V001__create_roles.sql"));
    }

    @Override
    public void start(RecipeContext context) {
        var service = new DefaultUserRoles(context);
        context.expose(UserRoles.class, service);
        roles = service;
    }

    @Override
    public DashboardContribution dashboard() {
        if (roles == null) {
            throw new IllegalStateException("The recipe has not started: add it to Userdeck.builder().recipe(…)");
        }
        return new RolePanels(roles).contribution();
    }
}
