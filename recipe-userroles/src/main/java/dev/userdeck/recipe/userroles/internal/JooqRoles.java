package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.libs.org.jooq.impl.DSL.escape;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectDistinct;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_PERMISSION;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ROLE;

import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.text.Look;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesPermission;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesRole;
import dev.userdeck.recipe.userroles.internal.jooq.tables.records.UdUserrolesRoleRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Roles by name. */
final class JooqRoles {
    private static final UdUserrolesRole ROLES = UD_USERROLES_ROLE;
    private static final UdUserrolesPermission PERMISSIONS = UD_USERROLES_PERMISSION;

    private final Set<String> protectedNames;
    private final JooqPermissions permissions = new JooqPermissions();

    JooqRoles(Set<String> protectedNames) {
        this.protectedNames = Set.copyOf(protectedNames);
    }

    void insert(DSLContext db, Role role) {
        insertAlone(db, role);
        permissions.insert(db, role.name(), role.permissions());
    }

    /** Without its permissions. */
    void insertAlone(DSLContext db, Role role) {
        UdUserrolesRoleRecord values = values(db, role);
        values.setName(role.name());
        values.setNameKey(RoleRules.key(role.name()));
        values.setLookKey(Look.key(role.name()));
        values.setCreatedAt(role.createdAt().toEpochMilli());
        db.insertInto(ROLES).set(values).execute();
    }

    /** The name of the role that looks like this one. */
    Optional<String> like(DSLContext db, String role) {
        return db.select(ROLES.NAME)
                .from(ROLES)
                .where(ROLES.LOOK_KEY.eq(Look.key(role)))
                .fetchOptional(ROLES.NAME);
    }

    /** Makes room for a role that looks like this one, which is about to go. No look begins with a space. */
    void hide(DSLContext db, String role) {
        db.update(ROLES)
                .set(ROLES.LOOK_KEY, ColumnLimits.fitted(" " + role, ROLES.LOOK_KEY))
                .where(ROLES.NAME.eq(role))
                .execute();
    }

    /** Writes what may change, but the name and the permissions. */
    void update(DSLContext db, Role role) {
        db.update(ROLES).set(values(db, role)).where(ROLES.NAME.eq(role.name())).execute();
    }

    private static UdUserrolesRoleRecord values(DSLContext db, Role role) {
        String description = role.description();
        UdUserrolesRoleRecord values = db.newRecord(ROLES);
        values.setDescription(description == null ? "" : description);
        values.setVersion(role.version());
        values.setChangedAt(role.changedAt().toEpochMilli());
        return values;
    }

    /**
     * Locks a role, so that nobody changes it, is given it, or loses the last of it before the transaction ends; tells
     * whether there is one.
     */
    boolean lock(DSLContext db, String role) {
        return db.select(ROLES.NAME)
                .from(ROLES)
                .where(ROLES.NAME.eq(role))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /** Deletes a role that nobody holds; its permissions go with it. */
    void delete(DSLContext db, String role) {
        db.deleteFrom(ROLES).where(ROLES.NAME.eq(role)).execute();
    }

    Set<String> existing(DSLContext db, Collection<String> roles) {
        return db.select(ROLES.NAME).from(ROLES).where(ROLES.NAME.in(roles)).fetchSet(ROLES.NAME);
    }

    /** A role with its permissions, in two statements. */
    Optional<Role> find(DSLContext db, String role) {
        return db.selectFrom(ROLES)
                .where(ROLES.NAME.eq(role))
                .fetchOptional()
                .map(found -> toRole(found, permissions.of(db, List.of(role)).getOrDefault(role, List.of())));
    }

    /** Reads roles from a cursor on whose name, or one of whose permissions, begins as asked for; without permissions. */
    List<Role> list(DSLContext db, String start, Cursor from, int limit) {
        Condition found = start.isEmpty() ? noCondition() : begins(start).or(gives(start));
        return read(db, found.and(isBeyond(from)), from.isBackwards(), limit);
    }

    /** The first by name alone, without some of them. */
    List<Role> named(DSLContext db, String start, Set<String> without, int limit) {
        Condition begins = start.isEmpty() ? noCondition() : begins(start);
        return read(db, without.isEmpty() ? begins : begins.and(ROLES.NAME.notIn(without)), false, limit);
    }

    private static Condition begins(String start) {
        return ROLES.NAME_KEY.like(escape(RoleRules.key(start), '!') + "%", '!');
    }

    private static Condition gives(String start) {
        return ROLES.NAME.in(selectDistinct(PERMISSIONS.ROLE)
                .from(PERMISSIONS)
                .where(PERMISSIONS.PERMISSION.like(escape(start, '!') + "%", '!')));
    }

    /** The row comparison, with a plain one in front for engines that can't seek by the first. */
    private static Condition isBeyond(Cursor from) {
        if (from.isBackwards() && !from.hasKey()) {
            return noCondition();
        }
        String name = from.hasKey() ? from.text(0) : "";
        String key = RoleRules.key(name);
        return from.isBackwards()
                ? ROLES.NAME_KEY.le(key).and(row(ROLES.NAME_KEY, ROLES.NAME).lt(key, name))
                : ROLES.NAME_KEY.ge(key).and(row(ROLES.NAME_KEY, ROLES.NAME).gt(key, name));
    }

    private List<Role> read(DSLContext db, Condition found, boolean backwards, int limit) {
        return db.selectFrom(ROLES)
                .where(found)
                .orderBy(
                        backwards ? ROLES.NAME_KEY.desc() : ROLES.NAME_KEY.asc(),
                        backwards ? ROLES.NAME.desc() : ROLES.NAME.asc())
                .limit(limit)
                .fetch()
                .map(role -> toRole(role, List.of()));
    }

    private Role toRole(UdUserrolesRoleRecord role, Collection<String> gives) {
        long changedAt = role.getChangedAt() == 0 ? role.getCreatedAt() : role.getChangedAt();
        return new Role(
                role.getName(),
                role.getDescription().isEmpty() ? null : role.getDescription(),
                new TreeSet<>(gives),
                Instant.ofEpochMilli(role.getCreatedAt()),
                Instant.ofEpochMilli(changedAt),
                role.getVersion(),
                protectedNames.contains(role.getName()));
    }
}
