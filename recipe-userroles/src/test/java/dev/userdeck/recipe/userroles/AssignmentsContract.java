package dev.userdeck.recipe.userroles;

import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_ASSIGNED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.audit.AuditQuery;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.recipe.userroles.AssignRolesResult.Assigned;
import dev.userdeck.recipe.userroles.AssignRolesResult.NotAMember;
import dev.userdeck.recipe.userroles.AssignRolesResult.UnknownRoles;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UpdateUserResult.Updated;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Giving roles to users, taking them away, and what they allow. */
abstract class AssignmentsContract extends RolesGround {
    @Test
    void severalRolesAreAssignedAtOnce() {
        UserId ada = aUser("ada");
        aRole("refund-agent");
        aRole("conductor");

        var result = roles.assign(ada, TenantId.PUBLIC, List.of("refund-agent", "conductor"), INES);

        assertThat(result).isEqualTo(new Assigned(Set.of("refund-agent", "conductor")));
        assertThat(roles.rolesOf(ada, Scope.all()))
                .containsExactly(
                        new RoleAssignment("conductor", TenantId.PUBLIC, clock.instant()),
                        new RoleAssignment("refund-agent", TenantId.PUBLIC, clock.instant()));
        assertThat(events(ada))
                .containsExactlyInAnyOrder(
                        tuple(ROLE_ASSIGNED, TenantId.PUBLIC, "conductor", "Ines"),
                        tuple(ROLE_ASSIGNED, TenantId.PUBLIC, "refund-agent", "Ines"));
    }

    @Test
    void whatTheUserHoldsIsNotAssignedAgain() {
        UserId ada = aUser("ada");
        aRole("refund-agent");
        aRole("conductor");
        roles.assign(ada, "refund-agent");

        var result = roles.assign(ada, TenantId.PUBLIC, List.of("refund-agent", "conductor"), INES);

        assertThat(result).isEqualTo(new Assigned(Set.of("conductor")));
        assertThat(roles.assign(ada, "conductor")).isEqualTo(new Assigned(Set.of()));
        assertThat(events(ada)).hasSize(2);
    }

    @Test
    void anUnknownRoleIsRefusedWithTheOthers() {
        UserId ada = aUser("ada");
        aRole("refund-agent");

        var result = roles.assign(ada, TenantId.PUBLIC, List.of("refund-agent", "Refund-Agent", "gone"), INES);

        assertThat(result).isEqualTo(new UnknownRoles(Set.of("Refund-Agent", "gone")));
        assertThat(roles.assign(ada, "a\0b")).isEqualTo(new UnknownRoles(Set.of("a\0b")));
        assertThat(roles.rolesOf(ada, Scope.all())).isEmpty();
        assertThat(events(ada)).isEmpty();
    }

    @Test
    void whoIsNotInTheTenantIsRefused() {
        UserId ada = aUser("ada");
        aUserOfStaffToo("grace");
        aRole("refund-agent");

        assertThat(roles.assign(ada, STAFF, List.of("refund-agent"), INES)).isEqualTo(new NotAMember());
        assertThat(roles.assign(ada, new TenantId("nowhere"), List.of("refund-agent"), INES))
                .isEqualTo(new NotAMember());
        assertThat(roles.assign(NOBODY, "refund-agent")).isEqualTo(new NotAMember());
        assertThat(roles.holders("refund-agent")).contains(new RoleHolders(0, 0));
    }

    @Test
    void atLeastOneRoleIsAssigned() {
        UserId ada = aUser("ada");

        assertThatThrownBy(() -> roles.assign(ada, TenantId.PUBLIC, List.of(), INES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoleIsTakenAwayInOneTenantAlone() {
        UserId grace = aUserOfStaffToo("grace");
        aRole("refund-agent", "ticket:refund");
        roles.assign(grace, "refund-agent");
        roles.assign(grace, STAFF, List.of("refund-agent"), INES);

        assertThat(roles.remove(grace, STAFF, "refund-agent", INES)).isEqualTo(new RemoveRoleResult.Removed());

        assertThat(roles.hasPermission(grace, STAFF, "ticket:refund")).isFalse();
        assertThat(roles.hasPermission(grace, "ticket:refund")).isTrue();
        assertThat(roles.remove(grace, STAFF, "refund-agent", INES)).isEqualTo(new RemoveRoleResult.NotHeld());
        assertThat(roles.remove(NOBODY, STAFF, "refund-agent", INES)).isEqualTo(new RemoveRoleResult.NotHeld());
        assertThat(events(grace)).contains(tuple(ROLE_REMOVED, STAFF, "refund-agent", "Ines"));
    }

    @Test
    void aScopeHidesOtherTenants() {
        UserId grace = aUserOfStaffToo("grace");
        aRole("refund-agent", "ticket:refund");
        roles.assign(grace, STAFF, List.of("refund-agent"), INES);

        assertThat(roles.rolesOf(grace, Scope.of(TenantId.PUBLIC))).isEmpty();
        assertThat(roles.rolesOf(List.of(grace), Scope.of(TenantId.PUBLIC))).isEmpty();
        assertThat(roles.permissionsOf(grace, Scope.of(TenantId.PUBLIC))).isEmpty();
        assertThat(roles.rolesOf(grace, Scope.of(STAFF))).hasSize(1);
        assertThat(roles.permissionsOf(grace, Scope.of(STAFF)))
                .containsExactly(new EffectivePermission("ticket:refund", STAFF, List.of("refund-agent")));
    }

    @Test
    void aPermissionIsToldOnceWithTheRolesThatGiveIt() {
        UserId ada = aUser("ada");
        aRole("conductor", "ticket:read", "ticket:check");
        aRole("refund-agent", "ticket:read");
        roles.assign(ada, "conductor");
        roles.assign(ada, "refund-agent");

        assertThat(roles.permissionsOf(ada, Scope.all()))
                .containsExactly(
                        new EffectivePermission("ticket:check", TenantId.PUBLIC, List.of("conductor")),
                        new EffectivePermission("ticket:read", TenantId.PUBLIC, List.of("conductor", "refund-agent")));
    }

    @Test
    void aPermissionIsHeldExactly() {
        UserId ada = aUser("ada");
        aRole("conductor", "ticket:read");
        roles.assign(ada, "conductor");

        assertThat(roles.hasPermission(ada, "ticket:read")).isTrue();
        assertThat(roles.hasPermission(ada, "Ticket:read")).isFalse();
        assertThat(roles.hasPermission(ada, "ticket")).isFalse();
        assertThat(roles.hasPermission(ada, "a\0b")).isFalse();
        assertThat(roles.hasPermission(ada, STAFF, "ticket:read")).isFalse();
        assertThat(roles.hasPermission(NOBODY, "ticket:read")).isFalse();
    }

    @Test
    void theUsersListIsFilteredByRole() {
        UserId ada = aUser("ada");
        UserId grace = aUserOfStaffToo("grace");
        aUser("mary");
        aRole("conductor");
        aRole("refund-agent");
        roles.assign(ada, TenantId.PUBLIC, List.of("conductor", "refund-agent"), INES);
        roles.assign(grace, STAFF, List.of("refund-agent"), INES);

        assertThat(listed(Scope.all(), "conductor")).containsExactly(ada);
        assertThat(listed(Scope.all(), "conductor", "refund-agent")).containsExactlyInAnyOrder(ada, grace);
        assertThat(listed(Scope.of(TenantId.PUBLIC), "refund-agent")).containsExactly(ada);
        assertThat(listed(Scope.all(), "Conductor")).isEmpty();
        assertThat(listed(Scope.all(), "a\0b", "refund-agent")).containsExactlyInAnyOrder(ada, grace);
        assertThat(listed(Scope.all(), "a\0b")).isEmpty();
    }

    private List<UserId> listed(Scope scope, String... chosen) {
        var filter = userdeck.recipes().get(0).dashboard().filters().get(0);
        var condition = filter.condition().apply(new Chosen(List.of(chosen), null, null, scope));
        return userdeck.users().list(UserQuery.of(scope).matching(condition)).items().stream()
                .map(User::id)
                .toList();
    }

    @Test
    void readsTakeOneStatement() {
        var users = new ArrayList<UserId>();
        aRole("conductor", "ticket:read");
        for (int i = 0; i < 5; i++) {
            users.add(aUser("user" + i));
            roles.assign(users.get(i), "conductor");
        }

        assertThat(statements(() -> roles.hasPermission(users.get(0), "ticket:read")))
                .isEqualTo(1);
        assertThat(statements(() -> roles.rolesOf(users, Scope.all()))).isEqualTo(1);
        assertThat(statements(() -> roles.rolesOf(users, Scope.of(TenantId.PUBLIC))))
                .isEqualTo(1);
        assertThat(statements(() -> roles.permissionsOf(users.get(0), Scope.all())))
                .isEqualTo(1);
        assertThat(roles.rolesOf(users, Scope.all())).hasSize(5);
    }

    private int statements(Runnable call) {
        database.statements().reset();
        call.run();
        return database.statements().count();
    }

    private List<Tuple> events(UserId user) {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).user(user).size(100)).items().stream()
                .filter(event -> event.action().startsWith("userroles."))
                .map(event -> tuple(
                        event.action(),
                        event.tenant(),
                        event.target(),
                        event.actor().name()))
                .toList();
    }

    @Test
    void whoIsMergedHoldsWhatEitherHeld() {
        UserId ada = aUser("ada");
        UserId twin = aUser("twin");
        aRole("refund-agent");
        aRole("conductor");
        roles.assign(ada, "refund-agent");
        roles.assign(twin, TenantId.PUBLIC, List.of("refund-agent", "conductor"), INES);

        assertThat(userdeck.users().merge(ada, twin, Scope.all(), INES)).isInstanceOf(Updated.class);

        assertThat(roles.rolesOf(ada, Scope.all()))
                .extracting(RoleAssignment::role)
                .containsExactly("conductor", "refund-agent");
    }
}
