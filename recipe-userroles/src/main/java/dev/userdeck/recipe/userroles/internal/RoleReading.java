package dev.userdeck.recipe.userroles.internal;

import static java.util.stream.Collectors.toSet;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.RoleQuery;
import dev.userdeck.recipe.userroles.RoleUsage;
import dev.userdeck.recipe.userroles.internal.JooqPermissions.First;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of roles, in as many statements whatever the size. */
final class RoleReading {
    private final JooqDatabase jooq;
    private final JooqRoles roles;
    private final JooqAssignments assignments;
    private final JooqPermissions permissions = new JooqPermissions();
    private final JooqHolders holders = new JooqHolders();
    private final Protection protection;

    RoleReading(JooqDatabase jooq, JooqRoles roles, JooqAssignments assignments, Protection protection) {
        this.jooq = jooq;
        this.roles = roles;
        this.assignments = assignments;
        this.protection = protection;
    }

    /**
     * A role in a list.
     *
     * @param role without its permissions
     * @param permissions the first of them
     * @param holders how many users hold it
     */
    record Line(Role role, First permissions, long holders) {}

    Page<RoleUsage> list(RoleQuery query) {
        return page(
                query,
                from -> jooq.read(db -> {
                    Page<Role> page = from.page(
                            roles.list(db, query.search(), from, query.size() + 1),
                            query.size(),
                            role -> List.of(role.name()));
                    List<String> names = page.items().stream().map(Role::name).toList();
                    if (names.isEmpty()) {
                        return page.map(role -> new RoleUsage(role, 0));
                    }
                    Map<String, List<String>> given = permissions.of(db, names);
                    Map<String, Integer> held = holders.counts(db, names);
                    return page.map(role -> new RoleUsage(
                            giving(role, given.getOrDefault(role.name(), List.of())),
                            held.getOrDefault(role.name(), 0)));
                }));
    }

    /** The same with the first few permissions of each. */
    Page<Line> lines(RoleQuery query, int most) {
        return page(
                query,
                from -> jooq.read(db -> {
                    Page<Role> page = from.page(
                            roles.list(db, query.search(), from, query.size() + 1),
                            query.size(),
                            role -> List.of(role.name()));
                    List<String> names = page.items().stream().map(Role::name).toList();
                    if (names.isEmpty()) {
                        return page.map(role -> new Line(role, First.NONE, 0));
                    }
                    Map<String, First> given = permissions.firstOf(db, names, most);
                    Map<String, Integer> held = holders.counts(db, names);
                    return page.map(role -> new Line(
                            role, given.getOrDefault(role.name(), First.NONE), held.getOrDefault(role.name(), 0)));
                }));
    }

    /** Names and descriptions of roles whose name begins like this, without some. */
    List<Role> named(@Nullable String start, Set<String> without, int most) {
        var query = RoleQuery.all().search(start);
        return page(query, from -> Page.single(jooq.read(db -> roles.named(db, query.search(), without, most))))
                .items();
    }

    /** The names of the roles that a user holds in a tenant. */
    Set<String> namesHeld(UserId user, TenantId tenant) {
        return jooq.read(db -> assignments.of(db, List.of(user), Scope.of(tenant)).values().stream()
                .flatMap(List::stream)
                .map(RoleAssignment::role)
                .collect(toSet()));
    }

    /** Permissions that begin like this, each with the number of roles that give it. */
    Map<String, Integer> knownPermissions(@Nullable String start, int most) {
        String wanted = start == null ? "" : start.strip();
        return RoleRules.isUnfit(wanted) || wanted.length() > RoleRules.MAX_LENGTH
                ? Map.of()
                : jooq.read(db -> permissions.known(db, wanted, most));
    }

    /** What nobody can be given any more when this role is gone. */
    List<String> permissionsOnlyOf(String role) {
        return jooq.read(db -> permissions.onlyOf(db, role));
    }

    /** Those of a user's roles that the user can't lose. */
    Set<String> lastOf(UserId user, Collection<RoleAssignment> held) {
        return held.stream().map(RoleAssignment::role).anyMatch(protection::covers)
                ? jooq.read(db -> protection.lastOf(db, user, held))
                : Set.of();
    }

    private static <T> Page<T> page(RoleQuery query, Function<Cursor, Page<T>> read) {
        String start = query.search();
        if (RoleRules.isUnfit(start) || start.length() > RoleRules.MAX_LENGTH) {
            // nothing begins like this
            return Page.single(List.of());
        }
        return read.apply(Cursor.read("roles/" + start, query.cursor(), 1));
    }

    private static Role giving(Role role, Collection<String> given) {
        return new Role(
                role.name(),
                role.description(),
                new TreeSet<>(given),
                role.createdAt(),
                role.changedAt(),
                role.version(),
                role.isProtected());
    }
}
