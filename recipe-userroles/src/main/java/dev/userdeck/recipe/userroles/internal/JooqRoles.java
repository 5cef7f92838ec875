package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ASSIGNMENT;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_PERMISSION;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ROLE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.escape;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleHolders;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesAssignment;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesPermission;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesRole;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Roles, their permissions, and how many hold them. */
final class JooqRoles {
    private static final UdUserrolesRole ROLES = UD_USERROLES_ROLE;
    private static final UdUserrolesPermission PERMISSIONS = UD_USERROLES_PERMISSION;
    private static final UdUserrolesAssignment ASSIGNMENTS = UD_USERROLES_ASSIGNMENT;

    void insert(DSLContext db, Role role) {
        String description = role.description();
        db.insertInto(ROLES, ROLES.NAME, ROLES.NAME_KEY, ROLES.DESCRIPTION, ROLES.CREATED_AT)
                .values(
                        role.name(),
                        RoleRules.key(role.name()),
                        description == null ? "" : description,
                        role.createdAt().toEpochMilli())
                .execute();
        if (!role.permissions().isEmpty()) {
            db.insertInto(PERMISSIONS, PERMISSIONS.ROLE, PERMISSIONS.PERMISSION)
                    .valuesOfRows(role.permissions().stream()
                            .map(permission -> row(role.name(), permission))
                            .toList())
                    .execute();
        }
    }

    /** Locks a role, so that nobody is given it before the transaction ends; tells whether there is one. */
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

    /** Reads roles from a cursor on, without their permissions. */
    List<Role> list(DSLContext db, RoleCursor from, int limit) {
        String key = RoleRules.key(from.name());
        Condition found =
                from.search().isEmpty() ? noCondition() : ROLES.NAME_KEY.like(escape(from.search(), '!') + "%", '!');
        // the first comparison is for engines that can't seek a row comparison
        Condition beyond = from.back()
                ? ROLES.NAME_KEY.le(key).and(row(ROLES.NAME_KEY, ROLES.NAME).lt(key, from.name()))
                : ROLES.NAME_KEY.ge(key).and(row(ROLES.NAME_KEY, ROLES.NAME).gt(key, from.name()));
        return db.select(ROLES.NAME, ROLES.DESCRIPTION, ROLES.CREATED_AT)
                .from(ROLES)
                .where(found)
                .and(beyond)
                .orderBy(
                        from.back() ? ROLES.NAME_KEY.desc() : ROLES.NAME_KEY.asc(),
                        from.back() ? ROLES.NAME.desc() : ROLES.NAME.asc())
                .limit(limit)
                .fetch()
                .map(role -> toRole(role.value1(), role.value2(), role.value3()));
    }

    Map<String, List<String>> permissions(DSLContext db, Collection<String> roles) {
        return db.select(PERMISSIONS.ROLE, PERMISSIONS.PERMISSION)
                .from(PERMISSIONS)
                .where(PERMISSIONS.ROLE.in(roles))
                .fetchGroups(PERMISSIONS.ROLE, PERMISSIONS.PERMISSION);
    }

    Map<String, Integer> holders(DSLContext db, Collection<String> roles) {
        var users = countDistinct(ASSIGNMENTS.USER_ID);
        return db.select(ASSIGNMENTS.ROLE, users)
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.ROLE.in(roles))
                .groupBy(ASSIGNMENTS.ROLE)
                .fetchMap(ASSIGNMENTS.ROLE, users);
    }

    Optional<RoleHolders> holders(DSLContext db, String role) {
        return db.select(countDistinct(ASSIGNMENTS.USER_ID), countDistinct(ASSIGNMENTS.TENANT_ID))
                .from(ROLES)
                .leftJoin(ASSIGNMENTS)
                .on(ASSIGNMENTS.ROLE.eq(ROLES.NAME))
                .where(ROLES.NAME.eq(role))
                .groupBy(ROLES.NAME)
                .fetchOptional()
                .map(counts -> new RoleHolders(counts.value1(), counts.value2()));
    }

    private static Role toRole(String name, String description, long createdAt) {
        return new Role(
                name, description.isEmpty() ? null : description, new TreeSet<>(), Instant.ofEpochMilli(createdAt));
    }
}
