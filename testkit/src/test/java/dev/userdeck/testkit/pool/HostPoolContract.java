package dev.userdeck.testkit.pool;

import static dev.userdeck.testkit.pool.Host.PASSWORD;
import static dev.userdeck.testkit.pool.Host.insertOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.pool.HostPool.End;
import dev.userdeck.testkit.pool.HostPool.Setting;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What must hold on every pool that a host may have, whoever begins its transactions: what the host wrote is there if the
 * host commits, and gone if it rolls back; what Userdeck wrote goes with it, or is there in any case.
 */
abstract class HostPoolContract {
    private final ProbeRecipe probe = new ProbeRecipe();
    private Host rows;
    private HostPool host;
    private Userdeck userdeck;

    /** The pool, with nothing open. */
    abstract HostPool open(String url) throws Exception;

    @BeforeEach
    final void start(TestDatabase database) throws Exception {
        rows = new Host(database);
        host = open(database.jdbcUrl());
        userdeck = host.given(Host.builder()).recipe(probe).start();
    }

    @AfterEach
    final void close() throws Exception {
        if (userdeck != null) {
            userdeck.close();
            host.settings(); // which takes all connections: none is missing
        }
        host.close();
    }

    @Test
    void aRollbackTakesTheHostsRowAndWhatJoined() throws Exception {
        host.transaction(End.ROLLBACK, connection -> {
            insertOrder(connection, 1);
            create("ada@example.org");
        });

        assertThat(orders()).isZero();
        assertThat(users()).isEqualTo(host.joins() ? 0 : 1);
    }

    @Test
    void aCommitKeepsAll() throws Exception {
        host.transaction(End.COMMIT, connection -> {
            insertOrder(connection, 1);
            User ada = create("ada@example.org");
            String token = userdeck.sessions()
                    .create(ada.id(), SessionOrigin.of("sso"))
                    .orElseThrow()
                    .token();
            assertThat(userdeck.sessions().verify(token)).isPresent();
            insertOrder(connection, 2);
        });

        assertThat(orders()).isEqualTo(2);
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void aReadBetweenTheHostsWritesLosesNothing() throws Exception {
        create("ada@example.org");

        host.transaction(End.COMMIT, connection -> {
            insertOrder(connection, 1);
            assertThat(users()).isEqualTo(1);
            insertOrder(connection, 2);
        });

        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void aTakenEmailLosesNothing() throws Exception {
        create("ada@example.org");

        host.transaction(End.COMMIT, connection -> {
            insertOrder(connection, 1);
            assertThat(userdeck.users().signUp("ada@example.org", PASSWORD))
                    .isInstanceOf(CreateUserResult.EmailTaken.class);
            insertOrder(connection, 2);
        });

        assertThat(orders()).isEqualTo(2);
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void aPartThatFailsIsUndoneAlone() throws Exception {
        host.transaction(End.COMMIT, connection -> {
            insertOrder(connection, 1);
            assertThatThrownBy(() -> probe.database().write(ours -> {
                        insertOrder(ours, 2);
                        throw new IllegalStateException("half-way");
                    }))
                    .hasMessage("half-way");
            insertOrder(connection, 3);
        });

        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void whatIsCalledByItselfIsCommitted() throws SQLException {
        User ada = create("ada@example.org");

        assertThat(userdeck.users().delete(ada.id())).isNotNull();
        assertThat(create("ada@example.org").id()).isNotEqualTo(ada.id());
        assertThat(users()).isEqualTo(1);
        assertThat(rows.count("ud_user")).isEqualTo(1);
    }

    @Test
    void inTransactionJoinsInAnyCase() throws Exception {
        host.transaction(End.ROLLBACK, connection -> {
            insertOrder(connection, 1);
            assertThat(userdeck.inTransaction(connection, () -> create("ada@example.org")))
                    .isNotNull();
            assertThat(userdeck.inTransaction(connection, () -> userdeck.users().signUp("ada@example.org", PASSWORD)))
                    .isInstanceOf(CreateUserResult.EmailTaken.class);
        });

        assertThat(orders()).isZero();
        assertThat(users()).isZero();
    }

    @Test
    void signingInIsRefusedWhereItWouldJoin() throws Exception {
        assertThat(userdeck.users().signUp("ada@example.org", PASSWORD)).isInstanceOf(CreateUserResult.Created.class);

        host.transaction(End.COMMIT, connection -> {
            insertOrder(connection, 1);
            if (host.joins()) {
                assertThatThrownBy(() -> userdeck.users().signIn("ada@example.org", PASSWORD))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(userdeck::runMaintenance).isInstanceOf(IllegalStateException.class);
            } else {
                assertThat(userdeck.users().signIn("ada@example.org", PASSWORD))
                        .isInstanceOf(SignInResult.SignedIn.class);
                userdeck.runMaintenance();
            }
        });

        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void aWriteInsideAReadIsRefused() throws SQLException {
        Database ours = probe.database();

        assertThatThrownBy(() -> ours.read(outer -> ours.write(inner -> insertOrder(inner, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin with the write");
        assertThat(orders()).isZero();
    }

    @Test
    void connectionsComeBackAsTheyWere() throws Exception {
        List<Setting> before = host.settings();

        create("ada@example.org");
        users();
        host.transaction(End.COMMIT, connection -> {
            int isolation = connection.getTransactionIsolation();
            create("bob@example.org");
            users();
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
        });

        assertThat(host.settings()).containsExactlyInAnyOrderElementsOf(before);
    }

    private User create(String email) {
        return Host.createUser(userdeck, email);
    }

    private int users() {
        return Host.users(userdeck);
    }

    private int orders() throws SQLException {
        return rows.orders();
    }
}
