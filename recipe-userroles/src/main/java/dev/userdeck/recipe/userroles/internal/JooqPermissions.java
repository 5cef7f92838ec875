package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.libs.org.jooq.impl.DSL.count;
import static dev.userdeck.libs.org.jooq.impl.DSL.escape;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.notExists;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;
import static dev.userdeck.libs.org.jooq.impl.DSL.rowNumber;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_PERMISSION;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesPermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What roles give. */
final class JooqPermissions {
    private static final UdUserrolesPermission PERMISSIONS = UD_USERROLES_PERMISSION;
    /** As many binds as every engine takes in one statement, by far. */
    private static final int AT_ONCE = 500;

    /**
     * The start of a list.
     *
     * @param words the first of them, in alphabetical order
     * @param total how many there are in all
     */
    record First(List<String> words, int total) {
        static final First NONE = new First(List.of(), 0);
    }

    Map<String, List<String>> of(DSLContext db, Collection<String> roles) {
        return db.select(PERMISSIONS.ROLE, PERMISSIONS.PERMISSION)
                .from(PERMISSIONS)
                .where(PERMISSIONS.ROLE.in(roles))
                .fetchGroups(PERMISSIONS.ROLE, PERMISSIONS.PERMISSION);
    }

    /** The first few of each role; those with none are absent. */
    Map<String, First> firstOf(DSLContext db, Collection<String> roles, int most) {
        var position = rowNumber()
                .over()
                .partitionBy(PERMISSIONS.ROLE)
                .orderBy(PERMISSIONS.PERMISSION)
                .as("position");
        var total = count().over().partitionBy(PERMISSIONS.ROLE).as("total");
        var numbered = db.select(PERMISSIONS.ROLE, PERMISSIONS.PERMISSION, position, total)
                .from(PERMISSIONS)
                .where(PERMISSIONS.ROLE.in(roles))
                .asTable("numbered");
        var result = new LinkedHashMap<String, First>();
        db.select(numbered.field(PERMISSIONS.ROLE), numbered.field(PERMISSIONS.PERMISSION), numbered.field(total))
                .from(numbered)
                .where(numbered.field(position).le(most))
                .orderBy(numbered.field(PERMISSIONS.ROLE), numbered.field(PERMISSIONS.PERMISSION))
                .fetch()
                .forEach(found -> result.computeIfAbsent(
                                found.value1(), role -> new First(new ArrayList<>(), found.value3()))
                        .words()
                        .add(found.value2()));
        return result;
    }

    void insert(DSLContext db, String role, Collection<String> permissions) {
        inParts(
                permissions,
                part -> db.insertInto(PERMISSIONS, PERMISSIONS.ROLE, PERMISSIONS.PERMISSION)
                        .valuesOfRows(part.stream()
                                .map(permission -> row(role, permission))
                                .toList())
                        .execute());
    }

    void delete(DSLContext db, String role, Collection<String> permissions) {
        inParts(
                permissions,
                part -> db.deleteFrom(PERMISSIONS)
                        .where(PERMISSIONS.ROLE.eq(role))
                        .and(PERMISSIONS.PERMISSION.in(part))
                        .execute());
    }

    void moveAll(DSLContext db, String from, String to) {
        db.update(PERMISSIONS)
                .set(PERMISSIONS.ROLE, to)
                .where(PERMISSIONS.ROLE.eq(from))
                .execute();
    }

    /** Permissions that begin like this, each with the number of roles that give it. */
    Map<String, Integer> known(DSLContext db, String start, int most) {
        var roles = count();
        return db.select(PERMISSIONS.PERMISSION, roles)
                .from(PERMISSIONS)
                .where(start.isEmpty() ? noCondition() : PERMISSIONS.PERMISSION.like(escape(start, '!') + "%", '!'))
                .groupBy(PERMISSIONS.PERMISSION)
                .orderBy(PERMISSIONS.PERMISSION)
                .limit(most)
                .fetch()
                .intoMap(PERMISSIONS.PERMISSION, roles);
    }

    /** What this role gives and no other, in alphabetical order. */
    List<String> onlyOf(DSLContext db, String role) {
        var other = PERMISSIONS.as("other");
        return db.select(PERMISSIONS.PERMISSION)
                .from(PERMISSIONS)
                .where(PERMISSIONS.ROLE.eq(role))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.PERMISSION.eq(PERMISSIONS.PERMISSION))
                        .and(other.ROLE.ne(role))))
                .orderBy(PERMISSIONS.PERMISSION)
                .fetch(PERMISSIONS.PERMISSION);
    }

    private static void inParts(Collection<String> all, Consumer<List<String>> work) {
        List<String> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            work.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }
}
