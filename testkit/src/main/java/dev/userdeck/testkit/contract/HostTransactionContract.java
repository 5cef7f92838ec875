package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.UserQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code Userdeck.inTransaction} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class HostTransactionContract extends EngineContract {

    /** For subclasses. */
    protected HostTransactionContract() {}

    @BeforeEach
    final void createHostTable() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table host_order (id integer not null primary key)");
        }
    }

    @Test
    void aCommitKeepsTheUserAndTheHostsRow() throws SQLException {
        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            userdeck.inTransaction(connection, () -> {
                signUp("ada@example.org");
            });
            connection.commit();
        }

        assertThat(users()).isEqualTo(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void aRollbackLeavesNeither() throws SQLException {
        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            userdeck.inTransaction(connection, () -> {
                signUp("ada@example.org");
            });
            connection.rollback();
        }

        assertThat(users()).isZero();
        assertThat(orders()).isZero();
        assertThat(userdeck.audit().list(AuditQuery.of(Scope.all()).size(100)).items())
                .noneMatch(e -> e.action().startsWith("user."));
    }

    @Test
    void aTakenEmailLeavesTheHostsRow() throws SQLException {
        signUp("ada@example.org");

        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            var result =
                    userdeck.inTransaction(connection, () -> userdeck.users().signUp("ada@example.org", PASSWORD));
            assertThat(result).isInstanceOf(CreateUserResult.EmailTaken.class);
            insertOrder(connection, 2);
            connection.commit();
        }

        assertThat(users()).isEqualTo(1);
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void whatWasWrittenIsSeenInsideAndNotOutside() throws SQLException {
        try (Connection connection = transaction()) {
            int inside = userdeck.inTransaction(connection, () -> {
                signUp("ada@example.org");
                return users();
            });

            assertThat(inside).isEqualTo(1);
            assertThat(users()).isZero();
            connection.rollback();
        }
    }

    @Test
    void whatTheWorkThrowsReachesTheHostWhoDecides() throws SQLException {
        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            assertThatThrownBy(() -> userdeck.inTransaction(connection, () -> {
                        signUp("ada@example.org");
                        throw new IllegalStateException("the host changed its mind");
                    }))
                    .hasMessage("the host changed its mind");
            connection.commit();
        }

        assertThat(orders()).isEqualTo(1);
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void theConnectionComesBackAsItWas() throws SQLException {
        try (Connection connection = transaction()) {
            int isolation = connection.getTransactionIsolation();

            userdeck.inTransaction(connection, () -> {
                signUp("ada@example.org");
            });

            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            connection.rollback();
        }
    }

    @Test
    void signingInIsRefused() throws SQLException {
        signUp("ada@example.org");

        try (Connection connection = transaction()) {
            assertThatThrownBy(() -> userdeck.inTransaction(
                            connection, () -> userdeck.users().signIn("ada@example.org", PASSWORD)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inTransaction");
            connection.rollback();
        }
    }

    @Test
    void autoCommitAndNestingAreRefusedWithTheWayOut() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThatThrownBy(() -> userdeck.inTransaction(connection, () -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        try (Connection connection = transaction()) {
            assertThatThrownBy(() ->
                            userdeck.inTransaction(connection, () -> userdeck.inTransaction(connection, () -> {})))
                    .isInstanceOf(IllegalStateException.class);
            connection.rollback();
        }
    }

    @Test
    void anotherInstanceDoesNotJoin() throws SQLException {
        Userdeck other = start(builder());

        try (Connection connection = transaction()) {
            userdeck.inTransaction(connection, () -> {
                other.users().signUp("bob@example.org", PASSWORD);
            });
            connection.rollback();
        }

        assertThat(users()).isEqualTo(1);
    }

    @Test
    void whatAnInstanceUndoesHoldsWhatAnotherHasWrittenWithin() throws SQLException {
        var inner = new Part();
        var outer = new Part();

        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            assertThatThrownBy(() -> outer.write(connection, () -> {
                        insertOrder(connection, 2);
                        inner.write(connection, () -> insertOrder(connection, 3));
                        throw new IllegalStateException("half-way");
                    }))
                    .hasMessage("half-way")
                    .hasNoSuppressedExceptions();
            insertOrder(connection, 4);
            connection.commit();
        }

        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void whatAnInstanceUndoesAfterAnotherHasUndoneItsOwnIsGone() throws SQLException {
        var inner = new Part();
        var outer = new Part();

        try (Connection connection = transaction()) {
            insertOrder(connection, 1);
            assertThatThrownBy(() -> outer.write(connection, () -> {
                        insertOrder(connection, 2);
                        assertThatThrownBy(() -> inner.write(connection, () -> {
                                    insertOrder(connection, 3);
                                    throw new IllegalStateException("not this part");
                                }))
                                .hasMessage("not this part");
                        insertOrder(connection, 4);
                        throw new IllegalStateException("half-way");
                    }))
                    .hasMessage("half-way")
                    .hasNoSuppressedExceptions();
            connection.commit();
        }

        assertThat(orders()).isEqualTo(1);
    }

    /** An instance of its own, and a part of the host's transaction that it writes whole or not at all. */
    private final class Part {
        private final DatabaseProbe probe = new DatabaseProbe();
        private final Userdeck instance = start(builder().recipe(probe));

        void write(Connection connection, Work work) {
            instance.inTransaction(connection, () -> {
                probe.database().write(ours -> {
                    work.run();
                    return true;
                });
            });
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Sets what the host's transactions are isolated by, before the first statement of one. */
    protected void isolate(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    final Connection transaction() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        isolate(connection);
        return connection;
    }

    static void insertOrder(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into host_order (id) values (" + id + ")");
        }
    }

    final int orders() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from host_order")) {
            count.next();
            return count.getInt(1);
        }
    }

    final int users() {
        return userdeck.users().list(UserQuery.of(Scope.all())).items().size();
    }
}
