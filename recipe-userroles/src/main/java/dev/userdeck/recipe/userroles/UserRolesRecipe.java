package dev.userdeck.recipe.userroles;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.recipe.userroles.internal.DefaultUserRoles;
import dev.userdeck.recipe.userroles.internal.RolePanels;
import dev.userdeck.user.User;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Set<String> protectedRoles;
    private final Set<String> privilegedRoles;
    private @Nullable DefaultUserRoles roles;
    private @Nullable Users users;

    /** Creates it; add it to a builder. */
    public UserRolesRecipe() {
        this(Set.of(), Set.of());
    }

    private UserRolesRecipe(Set<String> protectedRoles, Set<String> privilegedRoles) {
        this.protectedRoles = protectedRoles;
        this.privilegedRoles = privilegedRoles;
    }

    /**
     * Specifies roles that the app can't do without, such as {@code admin}: once there is one of such a name, it can't
     * be renamed or deleted, and the last who holds it can't lose it, be deleted, or leave the tenant. Someone who lost it
     * by hand in the database gets it back by {@link UserRoles#assign}. Default: none.
     *
     * @param names exact, case included
     * @return a recipe like this one, with these roles protected and no others
     * @throws IllegalArgumentException if no role can have such a name
     */
    public UserRolesRecipe protectedRoles(String... names) {
        return new UserRolesRecipe(named(names), privilegedRoles);
    }

    /**
     * Specifies roles that not each operator who assigns roles may give, take away or choose, such as {@code admin}: that takes
     * {@link RolePermissions#ROLES_ASSIGN_PRIVILEGED} as well, from the preset admin on. So support gives out what is harmless and
     * makes nobody an admin of the app. Such a role can't be renamed, as it is known by its name. {@link UserRoles#assign} is
     * the app's own, and isn't asked. Default: none.
     *
     * @param names exact, case included
     * @return a recipe like this one, with these roles privileged and no others
     * @throws IllegalArgumentException if no role can have such a name
     */
    public UserRolesRecipe privilegedRoles(String... names) {
        return new UserRolesRecipe(protectedRoles, named(names));
    }

    private static Set<String> named(String... names) {
        for (String name : names) {
            if (!DefaultUserRoles.canBeNamed(name)) {
                throw new IllegalArgumentException("No role can be named '" + name + "'");
            }
        }
        return Set.of(names);
    }

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
        var service = new DefaultUserRoles(context, protectedRoles, privilegedRoles);
        context.expose(UserRoles.class, service);
        roles = service;
        users = context.users();
    }

    @Override
    public List<UserListener> listeners() {
        var service = started();
        return List.of(new UserListener() {
            @Override
            public void merged(User into, User from) {
                service.merged(into.id(), from.id());
            }
        });
    }

    @Override
    public List<UserVeto> vetoes() {
        return List.of(started().veto());
    }

    @Override
    public List<UserDataField> dataFields() {
        return List.of(started().data());
    }

    @Override
    public DashboardContribution dashboard() {
        return new RolePanels(started(), requireNonNull(users, "users")).contribution();
    }

    private DefaultUserRoles started() {
        if (roles == null) {
            throw new IllegalStateException("The recipe has not started: add it to Userdeck.builder().recipe(…)");
        }
        return roles;
    }
}
