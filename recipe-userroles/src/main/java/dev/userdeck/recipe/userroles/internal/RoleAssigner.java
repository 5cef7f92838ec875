package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_ASSIGNED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_REMOVED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.RemoveRoleResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;

/** Gives roles and takes them away, and tells the audit trail. */
final class RoleAssigner {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final Users users;
    private final AuditTrail audit;
    private final JooqRoles roles;
    private final JooqAssignments assignments;
    private final Protection protection;

    RoleAssigner(
            RecipeContext context,
            JooqDatabase jooq,
            JooqRoles roles,
            JooqAssignments assignments,
            Protection protection) {
        this.jooq = jooq;
        this.clock = context.clock();
        this.users = context.users();
        this.audit = context.audit();
        this.roles = roles;
        this.assignments = assignments;
        this.protection = protection;
    }

    AssignRolesResult assign(UserId user, TenantId tenant, Set<String> names, Actor actor) {
        try {
            return new AssignRolesResult.Assigned(assignMissing(user, tenant, names, actor));
        } catch (ForeignKeyViolationException e) {
            return whyRefused(user, tenant, names);
        }
    }

    RemoveRoleResult remove(UserId user, TenantId tenant, String role, Actor actor) {
        return jooq.write(db -> {
            if (protection.isLast(db, role, user, tenant)) {
                return new RemoveRoleResult.LastHolder();
            }
            if (!assignments.delete(db, user, tenant, role)) {
                return new RemoveRoleResult.NotHeld();
            }
            audit.record(NewAuditEvent.of(ROLE_REMOVED, actor)
                    .user(user)
                    .tenant(tenant)
                    .target(role));
            return new RemoveRoleResult.Removed();
        });
    }

    private Set<String> assignMissing(UserId user, TenantId tenant, Set<String> names, Actor actor) {
        try {
            return jooq.write(db -> {
                if (names.size() == 1) {
                    return assignOne(db, user, tenant, names.iterator().next(), actor);
                }
                var missing = new TreeSet<>(names);
                missing.removeAll(assignments.held(db, user, tenant, names));
                if (!missing.isEmpty()) {
                    assign(db, user, tenant, missing, actor);
                }
                return missing;
            });
        } catch (UniqueViolationException e) {
            // someone else assigned one of them just now
            return jooq.write(db -> assignOneByOne(user, tenant, names, actor));
        }
    }

    private Set<String> assignOneByOne(UserId user, TenantId tenant, Set<String> names, Actor actor) {
        var added = new TreeSet<String>();
        for (String name : names) {
            if (assignOne(user, tenant, name, actor)) {
                added.add(name);
            }
        }
        return added;
    }

    private boolean assignOne(UserId user, TenantId tenant, String name, Actor actor) {
        try {
            return jooq.write(db -> {
                assign(db, user, tenant, Set.of(name), actor);
                return true;
            });
        } catch (UniqueViolationException e) {
            return false;
        }
    }

    private void assign(DSLContext db, UserId user, TenantId tenant, Set<String> names, Actor actor) {
        assignments.insert(db, user, tenant, names, RoleRules.now(clock));
        names.forEach(name -> tell(user, tenant, name, actor));
    }

    private Set<String> assignOne(DSLContext db, UserId user, TenantId tenant, String name, Actor actor) {
        if (!assignments.insertMissing(db, user, tenant, name, RoleRules.now(clock))) {
            return Set.of();
        }
        tell(user, tenant, name, actor);
        return Set.of(name);
    }

    private void tell(UserId user, TenantId tenant, String name, Actor actor) {
        audit.record(
                NewAuditEvent.of(ROLE_ASSIGNED, actor).user(user).tenant(tenant).target(name));
    }

    /** The foreign keys have refused; which of them, they don't say. */
    private AssignRolesResult whyRefused(UserId user, TenantId tenant, Set<String> names) {
        var unknown = new TreeSet<>(names);
        unknown.removeAll(jooq.read(db -> roles.existing(db, names)));
        if (!unknown.isEmpty()) {
            return new AssignRolesResult.UnknownRoles(unknown);
        }
        return users.find(user, Scope.of(tenant)).isEmpty()
                ? new AssignRolesResult.NotAMember()
                // what was missing has come since
                : new AssignRolesResult.UnknownRoles(names);
    }
}
