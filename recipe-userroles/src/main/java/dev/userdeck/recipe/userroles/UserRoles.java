package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Roles, who holds them, and what they allow. Get it by {@code userdeck.recipe(UserRoles.class)}. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * roles.create("refund-agent", null, Set.of("ticket:refund"), Actor.system());
 * roles.assign(userId, "refund-agent");
 * roles.hasPermission(userId, "ticket:refund"); // true
 * }</pre>
 *
 * <p>Answers are read fresh each time, so a change counts at the next request. Each change is one transaction with its
 * audit events: {@code userroles.role-created}, {@code role-updated}, {@code role-deleted}, {@code role-assigned},
 * {@code role-removed}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UserRoles {

    /**
     * Creates a role. Of two concurrent calls with one name, one creates it; the other gets
     * {@link CreateRoleResult.NameTaken}.
     *
     * @param name 1 to 255 characters, trimmed. It shows all that it holds: none of the characters hides or reorders
     *     others, and no word mixes scripts such as Latin and Cyrillic. No two roles may {@linkplain Role look the same}
     * @param description at most 1,000 characters, trimmed; null for none
     * @param permissions at most 10,000, each 1 to 255 characters, trimmed
     * @return what happened; never throws for a refused or taken value
     */
    CreateRoleResult create(String name, @Nullable String description, Collection<String> permissions, Actor actor);

    /** Finds a role by its exact name. */
    Optional<Role> find(String role);

    /**
     * Changes a role: its name, description and permissions, all of it or nothing. Who holds it keeps it under the new
     * name; that rewrites a row for each of them.
     *
     * @return what happened; never throws for a refused or taken value
     */
    UpdateRoleResult update(String role, RoleChange change, Actor actor);

    /** Gives a role another name; see {@link #update}. */
    default UpdateRoleResult rename(String role, String newName, Actor actor) {
        return update(role, RoleChange.unconditional().name(newName), actor);
    }

    /** Has a role give more; what it gives already stays. See {@link #update}. */
    default UpdateRoleResult grant(String role, Collection<String> permissions, Actor actor) {
        return update(role, RoleChange.unconditional().grant(permissions), actor);
    }

    /** Has a role give less; what it doesn't give is passed over. See {@link #update}. */
    default UpdateRoleResult revoke(String role, Collection<String> permissions, Actor actor) {
        return update(role, RoleChange.unconditional().revoke(permissions), actor);
    }

    /** Deletes a role and takes it from all who hold it, in one transaction. */
    DeleteRoleResult delete(String role, Actor actor);

    /**
     * Lists who holds a role, by the user's id; empty for an unknown role.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<RoleHolder> usersWith(RoleHolderQuery query);

    /** Tells how many hold a role; empty when there is no such role. */
    Optional<RoleHolders> holders(String role);

    /**
     * Lists roles by name, without regard to case.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<RoleUsage> list(RoleQuery query);

    /**
     * Assigns roles to a user in a tenant: all of them or none. A role that the user holds already stays as it is.
     *
     * @param roles 1 to 100 names
     * @return what happened; never throws for an unknown user, tenant or role
     */
    AssignRolesResult assign(UserId user, TenantId tenant, Collection<String> roles, Actor actor);

    /** Assigns a role in the tenant {@code public}; see {@link #assign(UserId, TenantId, Collection, Actor)}. */
    default AssignRolesResult assign(UserId user, String role) {
        return assign(user, TenantId.PUBLIC, List.of(role), Actor.system());
    }

    /** Takes a role from a user in a tenant. */
    RemoveRoleResult remove(UserId user, TenantId tenant, String role, Actor actor);

    /** The roles of a user, by tenant and then by name; empty for an unknown user. */
    List<RoleAssignment> rolesOf(UserId user, Scope scope);

    /**
     * The roles of many users in one statement.
     *
     * @param users at most 1,000
     * @return those who hold any role, each with the roles by tenant and then by name
     */
    Map<UserId, List<RoleAssignment>> rolesOf(Collection<UserId> users, Scope scope);

    /** What a user may do, by tenant and then by permission. */
    List<EffectivePermission> permissionsOf(UserId user, Scope scope);

    /** Tells whether one of the user's roles in {@code tenant} gives {@code permission}, in one indexed statement. */
    boolean hasPermission(UserId user, TenantId tenant, String permission);

    /** Tells it for the tenant {@code public}; see {@link #hasPermission(UserId, TenantId, String)}. */
    default boolean hasPermission(UserId user, String permission) {
        return hasPermission(user, TenantId.PUBLIC, permission);
    }
}
