package dev.userdeck.recipe.userroles.internal;

import static java.util.Objects.requireNonNull;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.paging.Paged;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.CreateRoleResult;
import dev.userdeck.recipe.userroles.EffectivePermission;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.RoleHolders;
import dev.userdeck.recipe.userroles.RoleUsage;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks, writes and tells the audit trail. */
public final class DefaultUserRoles implements UserRoles {
    private static final int MAX_ROLES = 100;
    private static final int MAX_USERS = 1_000;

    private final Jooq jooq;
    private final Clock clock;
    private final AuditTrail audit;
    private final JooqRoles roles;
    private final JooqAssignments assignments;
    private final Assigning assigning;

    /** Works with the tables of a started library. */
    public DefaultUserRoles(RecipeContext context) {
        this.jooq = Jooq.over(context.database());
        this.clock = context.clock();
        this.audit = context.audit();
        this.roles = new JooqRoles();
        this.assignments = new JooqAssignments(context.database(), jooq);
        this.assigning = new Assigning(context, jooq, roles, assignments);
    }

    @Override
    public CreateRoleResult create(
            String name, @Nullable String description, Collection<String> permissions, Actor actor) {
        requireNonNull(actor, "actor");
        String trimmed = RoleRules.trim(requireNonNull(name, "name"));
        String about = description == null ? "" : RoleRules.trim(description);
        List<String> allowed = requireNonNull(permissions, "permissions").stream()
                .map(RoleRules::trim)
                .distinct()
                .toList();
        var errors = RoleRules.check(trimmed, about, allowed);
        if (!errors.isEmpty()) {
            return new CreateRoleResult.Refused(errors);
        }
        var role = new Role(trimmed, about.isEmpty() ? null : about, new TreeSet<>(allowed), RoleRules.now(clock));
        try {
            return jooq.write(db -> {
                roles.insert(db, role);
                audit.record(created(role, actor));
                return new CreateRoleResult.Created(role);
            });
        } catch (UniqueViolationException e) {
            return new CreateRoleResult.NameTaken(trimmed);
        }
    }

    private static NewAuditEvent created(Role role, Actor actor) {
        var event = NewAuditEvent.of("userroles.role-created", actor).target(role.name());
        if (role.description() != null) {
            event = event.change("description", null, role.description());
        }
        return role.permissions().isEmpty()
                ? event
                : event.change("permissions", null, AuditText.of(role.permissions()));
    }

    @Override
    public boolean delete(String role, Actor actor) {
        requireNonNull(actor, "actor");
        if (!RoleRules.isName(requireNonNull(role, "role"))) {
            return false;
        }
        return jooq.write(db -> {
            if (!roles.lock(db, role)) {
                return false;
            }
            int held = assignments.deleteAll(db, role);
            roles.delete(db, role);
            audit.record(NewAuditEvent.of("userroles.role-deleted", actor)
                    .target(role)
                    .change("assignments", String.valueOf(held), null));
            return true;
        });
    }

    @Override
    public Optional<RoleHolders> holders(String role) {
        return RoleRules.isName(requireNonNull(role, "role"))
                ? jooq.read(db -> roles.holders(db, role))
                : Optional.empty();
    }

    @Override
    public Paged<RoleUsage> list(@Nullable String search, int size, @Nullable String cursor) {
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 roles, not " + size);
        }
        String key = search == null ? "" : RoleRules.key(search.stripLeading());
        if (RoleRules.isUnfit(key) || (search != null && search.length() > RoleRules.MAX_LENGTH)) {
            // no name begins like this
            return Paged.single(List.of());
        }
        RoleCursor from = cursor == null ? RoleCursor.start(key) : RoleCursor.parse(cursor, key);
        return jooq.read(db -> {
            Paged<Role> page = from.page(roles.list(db, from, size + 1), size);
            if (page.items().isEmpty()) {
                return page.map(role -> new RoleUsage(role, 0));
            }
            List<String> names = page.items().stream().map(Role::name).toList();
            Map<String, List<String>> permissions = roles.permissions(db, names);
            Map<String, Integer> holders = roles.holders(db, names);
            return page.map(role -> new RoleUsage(
                    new Role(
                            role.name(),
                            role.description(),
                            new TreeSet<>(permissions.getOrDefault(role.name(), List.of())),
                            role.createdAt()),
                    holders.getOrDefault(role.name(), 0)));
        });
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
    public boolean remove(UserId user, TenantId tenant, String role, Actor actor) {
        requireNonNull(user, "user");
        requireNonNull(tenant, "tenant");
        requireNonNull(actor, "actor");
        if (!RoleRules.isName(requireNonNull(role, "role"))) {
            return false;
        }
        return assigning.remove(user, tenant, role, actor);
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
        return jooq.read(db -> assignments.permissions(db, user, scope));
    }

    @Override
    public boolean hasPermission(UserId user, TenantId tenant, String permission) {
        requireNonNull(user, "user");
        requireNonNull(tenant, "tenant");
        return RoleRules.isName(requireNonNull(permission, "permission"))
                && assignments.hasPermission(user, tenant, permission);
    }
}
