package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.internal.JooqAssignments.isOf;
import static dev.userdeck.recipe.userroles.internal.JooqAssignments.isWithin;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ASSIGNMENT;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ROLE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;

import dev.userdeck.paging.Paged;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who holds a role, and how many do. */
final class JooqHolders {
    private static final UdUserrolesRole ROLES = UD_USERROLES_ROLE;
    private static final UdUserrolesAssignment ASSIGNMENTS = UD_USERROLES_ASSIGNMENT;

    /** A page in two statements: users from a place on, then their tenants. */
    Paged<RoleHolder> page(DSLContext db, String role, Scope scope, Place from, int size) {
        Condition beyond = from.back() ? ASSIGNMENTS.USER_ID.lt(from.key()) : ASSIGNMENTS.USER_ID.gt(from.key());
        List<String> users = db.selectDistinct(ASSIGNMENTS.USER_ID)
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.ROLE.eq(role))
                .and(isWithin(scope))
                .and(beyond)
                .orderBy(from.back() ? ASSIGNMENTS.USER_ID.desc() : ASSIGNMENTS.USER_ID.asc())
                .limit(size + 1)
                .fetch(ASSIGNMENTS.USER_ID);
        Paged<String> page = from.page(users, size, user -> user);
        Map<String, List<String>> tenants = db.select(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID)
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.ROLE.eq(role))
                .and(ASSIGNMENTS.USER_ID.in(page.items()))
                .and(isWithin(scope))
                .orderBy(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID)
                .fetchGroups(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID);
        return page.map(user -> new RoleHolder(
                new UserId(user),
                tenants.getOrDefault(user, List.of()).stream()
                        .map(TenantId::new)
                        .toList()));
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
