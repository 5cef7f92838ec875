package dev.userdeck.recipe.userroles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.recipe.userroles.AssignRolesResult.Assigned;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when two do something at the same time. */
abstract class RoleRacesContract extends RolesGround {
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void ofTwoWhoCreateOneNameOneDoes() throws Exception {
        var results = atOnce(() -> roles.create("refund-agent", null, List.of("ticket:refund"), INES));

        assertThat(results)
                .filteredOn(CreateRoleResult.Created.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(new CreateRoleResult.NameTaken("refund-agent")::equals)
                .hasSize(THREADS - 1);
        assertThat(roles.list(RoleQuery.all().size(10)).items()).hasSize(1);
    }

    @Test
    void ofTwoWhoCreateNamesThatLookTheSameOneDoes() throws Exception {
        var names = new ConcurrentLinkedQueue<>(List.of("admin", "Admin", "ADMIN", "\uFF41dmin"));

        var results = atOnce(() -> roles.create(names.remove(), null, List.of(), INES));

        assertThat(results)
                .filteredOn(CreateRoleResult.Created.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(CreateRoleResult.NameTaken.class::isInstance)
                .hasSize(THREADS - 1);
    }

    @Test
    void ofTwoWhoAssignOneRoleOneDoes() throws Exception {
        UserId ada = aUser("ada");
        aRole("refund-agent");
        aRole("conductor");

        var results = atOnce(() -> roles.assign(ada, TenantId.PUBLIC, List.of("refund-agent", "conductor"), INES));

        assertThat(results)
                .filteredOn(new Assigned(Set.of("refund-agent", "conductor"))::equals)
                .hasSize(1);
        assertThat(results).filteredOn(new Assigned(Set.of())::equals).hasSize(THREADS - 1);
        assertThat(roles.rolesOf(ada, Scope.all())).hasSize(2);
    }

    @Test
    void aRoleDeletedWhileItIsAssignedStaysWithNobody() throws Exception {
        UserId ada = aUser("ada");
        aRole("refund-agent");

        DeleteRoleResult deleted =
                during(() -> roles.assign(ada, "refund-agent"), () -> roles.delete("refund-agent", INES));

        assertThat(deleted).isEqualTo(new DeleteRoleResult.Deleted(1));
        assertThat(roles.rolesOf(ada, Scope.all())).isEmpty();
    }

    @Test
    void aRoleAssignedWhileItIsDeletedIsUnknown() throws Exception {
        UserId ada = aUser("ada");
        aRole("refund-agent");

        AssignRolesResult result =
                during(() -> roles.delete("refund-agent", INES), () -> roles.assign(ada, "refund-agent"));

        assertThat(result).isEqualTo(new AssignRolesResult.UnknownRoles(Set.of("refund-agent")));
        assertThat(roles.rolesOf(ada, Scope.all())).isEmpty();
    }

    @Test
    void aUserDeletedWhileGivenARoleLeavesNothing() throws Exception {
        UserId ada = aUser("ada");
        aRole("refund-agent");

        during(() -> roles.assign(ada, "refund-agent"), () -> userdeck.users().delete(ada));

        assertThat(userdeck.users().find(ada)).isEmpty();
        assertThat(roles.holders("refund-agent")).contains(new RoleHolders(0, 0));
    }

    @Test
    void aUserGivenARoleWhileDeletedIsNoMember() throws Exception {
        UserId ada = aUser("ada");
        aRole("refund-agent");

        AssignRolesResult result = during(() -> userdeck.users().delete(ada), () -> roles.assign(ada, "refund-agent"));

        assertThat(result).isEqualTo(new AssignRolesResult.NotAMember());
        assertThat(roles.holders("refund-agent")).contains(new RoleHolders(0, 0));
    }

    @Test
    void aRoleAssignedInAnOpenTransactionWaitsForIt() throws Exception {
        UserId ada = aUser("ada");
        aRole("refund-agent");

        AssignRolesResult result =
                during(() -> roles.assign(ada, "refund-agent"), () -> roles.assign(ada, "refund-agent"));

        assertThat(result).isEqualTo(new Assigned(Set.of()));
    }

    /** Does {@code first} in a transaction that stays open until {@code second} waits for it or is done. */
    private <T> T during(Runnable first, Callable<T> second) throws Exception {
        Future<T> result;
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            userdeck.inTransaction(connection, first);
            result = threads.submit(second);
            waitForALock(result);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return result.get(20, TimeUnit.SECONDS);
    }

    /** No engine tells in a common way that a statement waits, so this gives it time to. */
    private static void waitForALock(Future<?> result) throws Exception {
        try {
            result.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            assertThat(result).isNotDone();
        }
    }

    private <T> List<T> atOnce(Callable<T> call) throws Exception {
        var ready = new CountDownLatch(THREADS);
        var futures = new ArrayList<Future<T>>();
        for (int i = 0; i < THREADS; i++) {
            futures.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return call.call();
            }));
        }
        var results = new ArrayList<T>();
        for (Future<T> future : futures) {
            results.add(future.get(20, TimeUnit.SECONDS));
        }
        return results;
    }
}
