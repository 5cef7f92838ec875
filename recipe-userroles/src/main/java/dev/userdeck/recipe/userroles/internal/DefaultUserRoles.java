package dev.userdeck.recipe.userroles.internal;

import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.CreateRoleResult;
import dev.userdeck.recipe.userroles.DeleteRoleResult;
import dev.userdeck.recipe.userroles.EffectivePermission;
import dev.userdeck.recipe.userroles.RemoveRoleResult;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.RoleChange;
import dev.userdeck.recipe.userroles.RoleHolder;
import dev.userdeck.recipe.userroles.RoleHolderQuery;
import dev.userdeck.recipe.userroles.RoleHolders;
import dev.userdeck.recipe.userroles.RoleQuery;
import dev.userdeck.recipe.userroles.RoleUsage;
import dev.userdeck.recipe.userroles.UpdateRoleResult;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.internal.JooqAssignments.Held;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what it is given, and hands it on. */
public final class DefaultUserRoles implements UserRoles {
    private static final int MAX_ROLES = 100;
    private static final int MAX_USERS = 1_000;

    private final JooqDatabase jooq;
    private final JooqRoles roles;
    private final JooqAssignments assignments;
    private final JooqHolders holders = new JooqHolders();
    private final Protection protection;
    private final Privileges privileges;
    private final RoleEditor editing;
    private final RoleAssigner assigning;
    private final RoleReading reading;
    private final RoleFilter filter;
    private final RoleData data;

    /**
     * Works with the tables of a started library.
     *
     * @param protectedNames of roles that somebody must hold
     * @param privilegedNames of roles that not each operator who assigns roles may assign
     */
    public DefaultUserRoles(RecipeContext context, Set<String> protectedNames, Set<String> privilegedNames) {
        this.jooq = JooqDatabase.over(context.database());
        this.roles = new JooqRoles(protectedNames);
        this.assignments = new JooqAssignments(context.database(), jooq);
        this.protection = new Protection(protectedNames, jooq, roles, assignments);
        this.privileges = new Privileges(privilegedNames);
        this.editing = new RoleEditor(context, jooq, roles, assignments, protection, privileges);
        this.assigning = new RoleAssigner(context, jooq, roles, assignments, protection);
        this.data = new RoleData(jooq, context.clock(), assignments);
        this.filter = new RoleFilter(context.database());
        this.reading = new RoleReading(jooq, roles, assignments, protection);
    }

    /** Whether a role can have this name. */
    public static boolean canBeNamed(String name) {
        return RoleRules.isName(name) && RoleRules.trim(name).equals(name);
    }

    /** What keeps the last holder of a protected role. */
    public UserVeto veto() {
        return protection;
    }

    /** The roles in imports and exports. */
    public RoleData data() {
        return data;
    }

    /** How the users list is filtered by role. */
    RoleFilter filter() {
        return filter;
    }

    /** Whether a role can't be renamed, as the app names it. */
    boolean keepsItsName(String role) {
        return editing.keepsItsName(role);
    }

    /** Which roles not each operator may assign. */
    Privileges privileges() {
        return privileges;
    }

    /** What the dashboard reads. */
    RoleReading reading() {
        return reading;
    }

    /** Two users are one now: who stays holds what either held. To be called in the transaction that merges them. */
    public void merged(UserId into, UserId from) {
        jooq.write(db -> {
            assignments.unite(db, into, from);
            return into;
        });
    }

    @Override
    public CreateRoleResult create(
            String name, @Nullable String description, Collection<String> permissions, Actor actor) {
        requireNonNull(actor, "actor");
        return editing.create(
                requireNonNull(name, "name"), description, requireNonNull(permissions, "permissions"), actor);
    }

    @Override
    public Optional<Role> find(String role) {
        return isName(role) ? jooq.read(db -> roles.find(db, role)) : Optional.empty();
    }

    @Override
    public UpdateRoleResult update(String role, RoleChange change, Actor actor) {
        requireNonNull(change, "change");
        requireNonNull(actor, "actor");
        return isName(role) ? editing.update(role, change, actor) : new UpdateRoleResult.Unknown();
    }

    @Override
    public DeleteRoleResult delete(String role, Actor actor) {
        requireNonNull(actor, "actor");
        return isName(role) ? editing.delete(role, actor) : new DeleteRoleResult.Unknown();
    }

    @Override
    public Page<RoleHolder> usersWith(RoleHolderQuery asked) {
        String role = asked.role();
        Scope scope = asked.scope();
        if (!isName(role)) {
            return Page.single(List.of());
        }
        String query = "holders of " + role + " in " + Scopes.describe(scope);
        Cursor from = Cursor.read(query, asked.cursor(), 1);
        return jooq.read(db -> holders.page(db, role, scope, from, asked.size()));
    }

    @Override
    public Optional<RoleHolders> holders(String role) {
        return isName(role) ? jooq.read(db -> holders.count(db, role)) : Optional.empty();
    }

    @Override
    public Page<RoleUsage> list(RoleQuery query) {
        return reading.list(query);
    }

    @Override
    public AssignRolesResult assign(UserId user, TenantId tenant, Collection<String> wanted, Actor actor) {
        requireNonNull(user, "user");
        requireNonNull(tenant, "tenant");
        requireNonNull(actor, "actor");
        var names = new TreeSet<>(requireNonNull(wanted, "roles"));
        if (names.isEmpty() || names.size() > MAX_ROLES) {
            throw new IllegalArgumentException("Assign 1 to " + MAX_ROLES + " roles at once, not " + names.size());
        }
        var impossible = new TreeSet<>(names);
        impossible.removeIf(RoleRules::isName);
        if (!impossible.isEmpty()) {
            return new AssignRolesResult.UnknownRoles(impossible);
        }
        return assigning.assign(user, tenant, names, actor);
    }

    @Override
    public RemoveRoleResult remove(UserId user, TenantId tenant, String role, Actor actor) {
        requireNonNull(user, "user");
        requireNonNull(tenant, "tenant");
        requireNonNull(actor, "actor");
        return isName(role) ? assigning.remove(user, tenant, role, actor) : new RemoveRoleResult.NotHeld();
    }

    @Override
    public List<RoleAssignment> rolesOf(UserId user, Scope scope) {
        return rolesOf(List.of(user), scope).getOrDefault(user, List.of());
    }

    @Override
    public Map<UserId, List<RoleAssignment>> rolesOf(Collection<UserId> ids, Scope scope) {
        requireNonNull(scope, "scope");
        if (ids.size() > MAX_USERS) {
            throw new IllegalArgumentException("Ask for at most " + MAX_USERS + " users at once, not " + ids.size());
        }
        return ids.isEmpty() ? Map.of() : jooq.read(db -> assignments.of(db, ids, scope));
    }

    @Override
    public List<EffectivePermission> permissionsOf(UserId user, Scope scope) {
        requireNonNull(user, "user");
        requireNonNull(scope, "scope");
        return held(user, scope).permissions();
    }

    /** Both at once. */
    Held held(UserId user, Scope scope) {
        return jooq.read(db -> assignments.held(db, user, scope));
    }

    @Override
    public boolean hasPermission(UserId user, TenantId tenant, String permission) {
        requireNonNull(user, "user");
        requireNonNull(tenant, "tenant");
        return RoleRules.isName(requireNonNull(permission, "permission"))
                && assignments.hasPermission(user, tenant, permission);
    }

    private static boolean isName(String role) {
        return RoleRules.isName(requireNonNull(role, "role"));
    }
}
