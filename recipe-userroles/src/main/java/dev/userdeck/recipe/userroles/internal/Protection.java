package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.error.Veto;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The roles that the app can't do without: somebody must hold them. */
final class Protection implements UserVeto {
    private final Set<String> names;
    private final JooqDatabase jooq;
    private final JooqRoles roles;
    private final JooqAssignments assignments;
    private final JooqHolders holders = new JooqHolders();

    Protection(Set<String> names, JooqDatabase jooq, JooqRoles roles, JooqAssignments assignments) {
        this.names = Set.copyOf(names);
        this.jooq = jooq;
        this.roles = roles;
        this.assignments = assignments;
    }

    boolean covers(String role) {
        return names.contains(role);
    }

    /**
     * Whether nobody would hold a protected role any more. Locks the role, so that of two who lose it at the same time the
     * second sees what the first did.
     */
    boolean isLast(DSLContext db, String role, UserId user, TenantId tenant) {
        return covers(role)
                && roles.lock(db, role)
                && assignments.isHeld(db, user, tenant, role)
                && !holders.isHeldByOthers(db, role, user, tenant);
    }

    /** Those of {@code held} whose last holder the user is; nothing is locked. */
    Set<String> lastOf(DSLContext db, UserId user, Collection<RoleAssignment> held) {
        var last = new TreeSet<String>();
        for (RoleAssignment assignment : held) {
            if (covers(assignment.role())
                    && !holders.isHeldByOthers(db, assignment.role(), user, assignment.tenant())) {
                last.add(assignment.role());
            }
        }
        return last;
    }

    @Override
    public Optional<Veto> onDeletion(User user) {
        return firstLast(user, null).map(role -> veto(role, "be deleted"));
    }

    @Override
    public Optional<Veto> onLeaving(User user, TenantId tenant) {
        return firstLast(user, tenant).map(role -> veto(role, "leave this tenant"));
    }

    private Optional<String> firstLast(User user, @Nullable TenantId tenant) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return jooq.join(db -> assignments.of(db, List.of(user.id()), Scope.all()).values().stream()
                .flatMap(List::stream)
                .filter(held -> tenant == null || held.tenant().equals(tenant))
                .map(RoleAssignment::role)
                .filter(this::covers)
                .distinct()
                // always in the same order, so that two deletions don't wait for each other
                .sorted()
                .filter(role -> roles.lock(db, role) && !holders.isHeldByOthers(db, role, user.id(), tenant))
                .findFirst());
    }

    private static Veto veto(String role, String action) {
        return new Veto(
                "last-holder", "The last %s can't %s. Give the role to someone else first.".formatted(role, action));
    }
}
