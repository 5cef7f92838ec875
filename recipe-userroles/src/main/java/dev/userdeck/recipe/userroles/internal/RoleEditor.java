package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_CREATED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_DELETED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_UPDATED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.recipe.userroles.CreateRoleResult;
import dev.userdeck.recipe.userroles.DeleteRoleResult;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleChange;
import dev.userdeck.recipe.userroles.UpdateRoleResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes roles, and tells the audit trail. */
final class RoleEditor {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final AuditTrail audit;
    private final JooqRoles roles;
    private final JooqPermissions permissions = new JooqPermissions();
    private final JooqAssignments assignments;
    private final Protection protection;
    private final Privileges privileges;

    RoleEditor(
            RecipeContext context,
            JooqDatabase jooq,
            JooqRoles roles,
            JooqAssignments assignments,
            Protection protection,
            Privileges privileges) {
        this.jooq = jooq;
        this.clock = context.clock();
        this.audit = context.audit();
        this.roles = roles;
        this.assignments = assignments;
        this.protection = protection;
        this.privileges = privileges;
    }

    CreateRoleResult create(String name, @Nullable String description, Collection<String> permissions, Actor actor) {
        Instant now = RoleRules.now(clock);
        String trimmed = RoleRules.trim(name);
        var role = new Role(trimmed, words(description), words(permissions), now, now, 1, protection.covers(trimmed));
        List<FieldError> errors = RoleRules.check(role);
        if (!errors.isEmpty()) {
            return new CreateRoleResult.Refused(errors);
        }
        try {
            return jooq.write(db -> {
                roles.insert(db, role);
                audit.record(created(role, actor));
                return new CreateRoleResult.Created(role);
            });
        } catch (UniqueViolationException e) {
            return new CreateRoleResult.NameTaken(like(trimmed));
        }
    }

    private static NewAuditEvent created(Role role, Actor actor) {
        var event = NewAuditEvent.of(ROLE_CREATED, actor).target(role.name());
        if (role.description() != null) {
            event = event.change("description", null, role.description());
        }
        return role.permissions().isEmpty()
                ? event
                : event.change("permissions", null, AuditText.of(role.permissions()));
    }

    UpdateRoleResult update(String name, RoleChange change, Actor actor) {
        try {
            return jooq.write(db -> update(db, name, change, actor));
        } catch (UniqueViolationException e) {
            return new UpdateRoleResult.NameTaken(like(RoleRules.trim(Objects.requireNonNull(change.name(), "name"))));
        }
    }

    /** The role that looks like this one, unless it has just gone. */
    private String like(String name) {
        return jooq.read(db -> roles.like(db, name)).orElse(name);
    }

    private UpdateRoleResult update(DSLContext db, String name, RoleChange change, Actor actor) {
        if (!roles.lock(db, name)) {
            return new UpdateRoleResult.Unknown();
        }
        Role before = roles.find(db, name).orElseThrow();
        if (change.version() != null && change.version() != before.version()) {
            return new UpdateRoleResult.Stale(before);
        }
        Role after = changed(before, change);
        List<FieldError> errors = RoleRules.check(after);
        if (!errors.isEmpty()) {
            return new UpdateRoleResult.Refused(errors);
        }
        if (keepsItsName(name) && !after.name().equals(name)) {
            return new UpdateRoleResult.Protected();
        }
        if (isSame(before, after)) {
            return new UpdateRoleResult.Updated(before);
        }
        write(db, before, after);
        audit.record(updated(before, after, actor));
        return new UpdateRoleResult.Updated(after);
    }

    private Role changed(Role role, RoleChange change) {
        String name = change.name() == null ? role.name() : RoleRules.trim(change.name());
        var permissions =
                change.permissions() == null ? new TreeSet<>(role.permissions()) : words(change.permissions());
        permissions.addAll(words(change.granted()));
        permissions.removeAll(words(change.revoked()));
        return new Role(
                name,
                change.description() == null ? role.description() : words(change.description()),
                permissions,
                role.createdAt(),
                RoleRules.now(clock),
                role.version() + 1,
                protection.covers(name));
    }

    /** Whether the app names this role, and for what. */
    boolean keepsItsName(String role) {
        return protection.covers(role) || privileges.covers(role);
    }

    private static boolean isSame(Role one, Role other) {
        return one.name().equals(other.name())
                && Objects.equals(one.description(), other.description())
                && one.permissions().equals(other.permissions());
    }

    private void write(DSLContext db, Role before, Role after) {
        if (before.name().equals(after.name())) {
            roles.update(db, after);
        } else {
            // permissions and assignments refer to the name, so the new one must be there before the old one goes
            roles.hide(db, before.name());
            roles.insertAlone(db, after);
            permissions.moveAll(db, before.name(), after.name());
            assignments.moveAll(db, before.name(), after.name());
            roles.delete(db, before.name());
        }
        permissions.delete(db, after.name(), without(before.permissions(), after.permissions()));
        permissions.insert(db, after.name(), without(after.permissions(), before.permissions()));
    }

    private static NewAuditEvent updated(Role before, Role after, Actor actor) {
        var event = NewAuditEvent.of(ROLE_UPDATED, actor).target(after.name());
        if (!before.name().equals(after.name())) {
            event = event.change("name", before.name(), after.name());
        }
        if (!Objects.equals(before.description(), after.description())) {
            event = event.change("description", before.description(), after.description());
        }
        var granted = without(after.permissions(), before.permissions());
        var revoked = without(before.permissions(), after.permissions());
        return granted.isEmpty() && revoked.isEmpty()
                ? event
                : event.change(
                        "permissions",
                        revoked.isEmpty() ? null : AuditText.of(revoked),
                        granted.isEmpty() ? null : AuditText.of(granted));
    }

    DeleteRoleResult delete(String role, Actor actor) {
        return jooq.write(db -> {
            if (!roles.lock(db, role)) {
                return new DeleteRoleResult.Unknown();
            }
            if (protection.covers(role)) {
                return new DeleteRoleResult.Protected();
            }
            int held = assignments.deleteAll(db, role);
            roles.delete(db, role);
            audit.record(NewAuditEvent.of(ROLE_DELETED, actor)
                    .target(role)
                    .change("assignments", String.valueOf(held), null));
            return new DeleteRoleResult.Deleted(held);
        });
    }

    private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
        var left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static @Nullable String words(@Nullable String text) {
        String trimmed = text == null ? "" : RoleRules.trim(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    private static SortedSet<String> words(Collection<String> permissions) {
        var words = new TreeSet<String>();
        permissions.forEach(permission -> words.add(RoleRules.trim(permission)));
        return words;
    }
}
