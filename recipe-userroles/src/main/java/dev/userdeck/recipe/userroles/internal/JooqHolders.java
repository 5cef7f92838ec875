package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.libs.org.jooq.impl.DSL.countDistinct;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.not;
import static dev.userdeck.recipe.userroles.internal.JooqAssignments.isOf;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ASSIGNMENT;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ROLE;

import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Record2;
import dev.userdeck.libs.org.jooq.Result;
import dev.userdeck.libs.org.jooq.SortField;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.userroles.RoleHolder;
import dev.userdeck.recipe.userroles.RoleHolders;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesAssignment;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesRole;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds a role, and how many do. */
final class JooqHolders {
    private static final UdUserrolesRole ROLES = UD_USERROLES_ROLE;
    private static final UdUserrolesAssignment ASSIGNMENTS = UD_USERROLES_ASSIGNMENT;

    /**
     * A page of users from a cursor on, with their tenants: along the index, and again with more rows where some users hold the
     * role in many tenants.
     */
    Page<RoleHolder> page(DSLContext db, String role, Scope scope, Cursor from, int size) {
        for (int rows = 2 * (size + 1); ; rows *= 2) {
            Map<String, List<String>> tenants =
                    rows(db, role, scope, from, rows).intoGroups(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID);
            boolean isAll = tenants.values().stream().mapToInt(List::size).sum() < rows;
            // else the last one may have more tenants than were read
            if (isAll || tenants.size() > size + 1) {
                List<String> users = tenants.keySet().stream().limit(size + 1L).toList();
                return from.page(users, size, List::of)
                        .map(user -> new RoleHolder(
                                new UserId(user),
                                tenants.getOrDefault(user, List.of()).stream()
                                        .sorted()
                                        .map(TenantId::new)
                                        .toList()));
            }
        }
    }

    private static Result<Record2<String, String>> rows(
            DSLContext db, String role, Scope scope, Cursor from, int limit) {
        String user = from.hasKey() ? from.text(0) : "";
        Condition before = from.hasKey() ? ASSIGNMENTS.USER_ID.lt(user) : noCondition();
        Condition beyond = from.isBackwards() ? before : ASSIGNMENTS.USER_ID.gt(user);
        // the role is the same in all rows; H2 takes the index for the order only with it
        List<SortField<String>> order = Stream.of(ASSIGNMENTS.ROLE, ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID)
                .map(field -> from.isBackwards() ? field.desc() : field.asc())
                .toList();
        return db.select(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID)
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.ROLE.eq(role))
                .and(Scopes.covers(scope, ASSIGNMENTS.TENANT_ID))
                .and(beyond)
                .orderBy(order)
                .limit(limit)
                .fetch();
    }

    Map<String, Integer> counts(DSLContext db, Collection<String> roles) {
        var users = countDistinct(ASSIGNMENTS.USER_ID);
        return db.select(ASSIGNMENTS.ROLE, users)
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.ROLE.in(roles))
                .groupBy(ASSIGNMENTS.ROLE)
                .fetchMap(ASSIGNMENTS.ROLE, users);
    }

    Optional<RoleHolders> count(DSLContext db, String role) {
        return db.select(countDistinct(ASSIGNMENTS.USER_ID), countDistinct(ASSIGNMENTS.TENANT_ID))
                .from(ROLES)
                .leftJoin(ASSIGNMENTS)
                .on(ASSIGNMENTS.ROLE.eq(ROLES.NAME))
                .where(ROLES.NAME.eq(role))
                .groupBy(ROLES.NAME)
                .fetchOptional()
                .map(counts -> new RoleHolders(counts.value1(), counts.value2()));
    }

    /** Whether there is an assignment of a role that isn't this user's in this tenant, or in any if none is named. */
    boolean isHeldByOthers(DSLContext db, String role, UserId user, @Nullable TenantId tenant) {
        Condition own = tenant == null ? ASSIGNMENTS.USER_ID.eq(user.value()) : isOf(user, tenant);
        return db.select(inline(1))
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.ROLE.eq(role))
                .and(not(own))
                .limit(1)
                .fetchOptional()
                .isPresent();
    }
}
