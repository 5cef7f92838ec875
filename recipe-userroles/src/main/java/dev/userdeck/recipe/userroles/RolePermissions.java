package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import org.apiguardian.api.API;

/** The permissions that operators need to work with roles in the dashboard. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RolePermissions {

    /** Sees roles and who holds them. */
    public static final Permission ROLES_READ = new Permission("roles:read", Preset.VIEWER);
    /** Gives roles to users and takes them away, but for {@linkplain UserRolesRecipe#privilegedRoles privileged ones}. */
    public static final Permission ROLES_ASSIGN = new Permission("roles:assign", Preset.SUPPORT);
    /**
     * Besides {@link #ROLES_ASSIGN}: does so with {@linkplain UserRolesRecipe#privilegedRoles privileged} roles too. An import
     * brings them in with {@code users:import} alone.
     */
    public static final Permission ROLES_ASSIGN_PRIVILEGED = new Permission("roles:assign-privileged", Preset.ADMIN);
    /** Creates, changes and deletes roles. */
    public static final Permission ROLES_WRITE = new Permission("roles:write", Preset.ADMIN);

    private RolePermissions() {}
}
