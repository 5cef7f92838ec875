package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.StorageException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/**
 * {@link HostTransactionContract} in a transaction of the isolation that the engine gives to whoever sets none, and what it
 * must do there when others commit meanwhile.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class HostDefaultIsolationContract extends HostTransactionContract {

    /** For subclasses. */
    protected HostDefaultIsolationContract() {}

    /** Leaves the engine's default; a subclass may set what else an engine can be configured to. */
    @Override
    protected void isolate(Connection connection) throws SQLException {}

    @Test
    void aUserWhoWasChangedSinceTheHostBeganIsChangedOrAllIsSaidToBeLost() throws SQLException {
        User ada = signUp("ada@example.org");

        boolean isLost = meetsAnotherCommit(
                () -> assertThat(rename(ada, "Ada")).isInstanceOf(UpdateUserResult.Updated.class),
                () -> assertThat(rename(ada, "Countess")).isNotNull());

        String name = userdeck.users().find(ada.id()).orElseThrow().name();
        assertThat(name).isEqualTo(isLost ? "Ada" : "Countess");
    }

    @Test
    void anAddressThatWasTakenSinceTheHostBeganIsTakenOrAllIsSaidToBeLost() throws SQLException {
        meetsAnotherCommit(
                () -> signUp("ada@example.org"),
                () -> assertThat(userdeck.users().create(NewUser.withEmail("ada@example.org"), Actor.system()))
                        .isInstanceOf(CreateUserResult.EmailTaken.class));

        assertThat(users()).isEqualTo(1);
    }

    /**
     * The host begins and reads, {@code others} commits, {@code ours} follows within the host's transaction.
     *
     * @return whether the host was told that its work is lost; it was kept else
     */
    private boolean meetsAnotherCommit(Runnable others, Runnable ours) throws SQLException {
        boolean isLost;
        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            userdeck.inTransaction(connection, this::users);
            others.run();
            isLost = isLost(() -> userdeck.inTransaction(connection, () -> {
                ours.run();
                return false;
            }));
            if (isLost) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
        assertThat(orders()).isEqualTo(isLost ? 0 : 1);
        return isLost;
    }

    private static boolean isLost(Supplier<Boolean> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining("the host's transaction, which is lost");
            assertThat(e.retryable()).isFalse();
            return true;
        }
    }

    private UpdateUserResult rename(User user, String name) {
        return userdeck.users().update(user.id(), UserChange.unconditional().name(name), Scope.all(), Actor.system());
    }
}
