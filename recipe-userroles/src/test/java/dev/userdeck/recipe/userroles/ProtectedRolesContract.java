package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.Veto;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Roles that somebody must hold. */
abstract class ProtectedRolesContract extends RolesGround {
    private final UserRolesRecipe recipe = new UserRolesRecipe().protectedRoles("admin", "auditor");

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(recipe);
    }

    @Test
    void aProtectedRoleStays() {
        aRole("admin", "everything");
        aRole("administrator");

        assertThat(roles.delete("admin", INES)).isEqualTo(new DeleteRoleResult.Protected());
        assertThat(roles.rename("admin", "root", INES)).isEqualTo(new UpdateRoleResult.Protected());

        assertThat(roles.find("admin").orElseThrow().isProtected()).isTrue();
        assertThat(roles.delete("administrator", INES)).isEqualTo(new DeleteRoleResult.Deleted(0));
    }

    @Test
    void whatAProtectedRoleGivesMayChange() {
        aRole("admin", "everything");

        assertThat(roles.grant("admin", List.of("more"), INES)).isInstanceOf(UpdateRoleResult.Updated.class);
    }

    @Test
    void theLastHolderKeepsIt() {
        UserId ada = aUser("ada");
        UserId grace = aUserOfStaffToo("grace");
        aRole("admin");
        roles.assign(ada, "admin");
        roles.assign(grace, STAFF, List.of("admin"), INES);

        assertThat(roles.remove(grace, STAFF, "admin", INES)).isEqualTo(new RemoveRoleResult.Removed());
        assertThat(roles.remove(ada, TenantId.PUBLIC, "admin", INES)).isEqualTo(new RemoveRoleResult.LastHolder());
        assertThat(roles.remove(grace, STAFF, "admin", INES)).isEqualTo(new RemoveRoleResult.NotHeld());
        assertThat(roles.holders("admin")).contains(new RoleHolders(1, 1));
    }

    @Test
    void theLastHolderIsNotDeleted() {
        UserId ada = aUser("ada");
        aRole("admin");
        aRole("conductor");
        roles.assign(ada, TenantId.PUBLIC, List.of("admin", "conductor"), INES);

        assertThat(userdeck.users().delete(ada))
                .isEqualTo(new DeleteUserResult.Vetoed(new Veto(
                        "last-holder", "The last admin can't be deleted. Give the role to someone else first.")));

        assertThat(userdeck.users().find(ada)).isPresent();
        roles.assign(aUser("grace"), "admin");
        assertThat(userdeck.users().delete(ada)).isEqualTo(new DeleteUserResult.Deleted());
    }

    @Test
    void theLastHolderDoesNotLeaveTheTenant() {
        User grace = userdeck.users().find(aUserOfStaffToo("grace")).orElseThrow();
        aRole("admin");
        roles.assign(grace.id(), STAFF, List.of("admin"), INES);
        var veto = recipe.vetoes().get(0);

        assertThat(veto.onLeaving(grace, STAFF))
                .contains(new Veto(
                        "last-holder", "The last admin can't leave this tenant. Give the role to someone else first."));
        assertThat(veto.onLeaving(grace, TenantId.PUBLIC)).isEmpty();
        roles.assign(grace.id(), "admin");
        assertThat(veto.onLeaving(grace, STAFF)).isEmpty();
    }

    @Test
    void theLastHoldersAreNotMovedAwayTogether() {
        aRole("admin");
        List<UserId> holders = List.of(aUserOfStaffToo("ada"), aUserOfStaffToo("grace"));
        holders.forEach(user -> roles.assign(user, STAFF, List.of("admin"), INES));

        assertThat(userdeck.tenants().delete(STAFF, TenantUsers.moveTo(TenantId.PUBLIC), 100, INES))
                .isInstanceOfSatisfying(
                        DeleteTenantResult.Vetoed.class,
                        vetoed -> assertThat(vetoed.veto().code()).isEqualTo("last-holder"));

        holders.forEach(user -> assertThat(roles.rolesOf(user, Scope.of(STAFF))).isNotEmpty());
    }

    @Test
    void ofTwoHoldersWhoGoAtOnceOneStays() throws Exception {
        aRole("admin");
        aRole("auditor");
        List<UserId> users = List.of(aUser("ada"), aUser("grace"), aUser("mary"));
        users.forEach(user -> roles.assign(user, TenantId.PUBLIC, List.of("admin", "auditor"), INES));

        List<Callable<Boolean>> leaving = new ArrayList<>();
        leaving.add(() -> isDeleted(users.get(0)));
        leaving.add(
                () -> roles.remove(users.get(1), TenantId.PUBLIC, "admin", INES) instanceof RemoveRoleResult.Removed);
        leaving.add(() -> isDeleted(users.get(2)));
        var threads = Executors.newFixedThreadPool(leaving.size());
        int gone = 0;
        for (var result : threads.invokeAll(leaving)) {
            gone += result.get() ? 1 : 0;
        }
        threads.shutdownNow();

        assertThat(gone).isEqualTo(2);
        assertThat(roles.holders("admin").orElseThrow().users()).isEqualTo(1);
        assertThat(roles.holders("auditor").orElseThrow().users()).isPositive();
    }

    @Test
    void aNameThatNoRoleCanHaveIsRefused() {
        assertThatThrownBy(() -> new UserRolesRecipe().protectedRoles(" admin"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean isDeleted(UserId user) {
        return userdeck.users().delete(user) instanceof DeleteUserResult.Deleted;
    }
}
