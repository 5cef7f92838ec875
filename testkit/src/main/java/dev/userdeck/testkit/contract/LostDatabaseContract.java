package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.Userdeck.Maintenance;
import dev.userdeck.Userdeck.Migration;
import dev.userdeck.actor.Actor;
import dev.userdeck.error.StorageException;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Engine;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What a database must leave behind that goes away in the middle of work and comes back, on every engine with a server. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class LostDatabaseContract extends EngineContract {
    private static final int WORKERS = 4;
    private static final int USERS_EACH = 25;

    /** For subclasses. */
    protected LostDatabaseContract() {}

    /** Cuts all that is under way, and has the database there again. */
    protected void loseAndComeBack() {
        database.refuseConnections();
        database.acceptConnections();
    }

    @Test
    void workThatLosesItsConnectionIsUndoneAndMayBeTriedAgain() {
        assertThatThrownBy(() -> userdeck.users().create(NewUser.withEmail("ada@example.org"), Actor.system(), ada -> {
                    loseAndComeBack();
                    created(userdeck, "bob@example.org");
                }))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.retryable()).isTrue());

        assertThat(users()).isZero();
        created(userdeck, "ada@example.org");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void aCommitWithoutAnAnswerIsNotToBeTriedAgainUnseen() {
        assertThatThrownBy(() -> userdeck.users()
                        .create(NewUser.withEmail("ada@example.org"), Actor.system(), ada -> loseAndComeBack()))
                .isInstanceOfSatisfying(StorageException.class, e -> {
                    assertThat(e).hasMessageContaining("whether the commit happened");
                    assertThat(e.retryable()).isFalse();
                });

        assertThat(users()).isZero();
    }

    @Test
    void theHostsTransactionThatIsLostCannotBeGoneOnWith() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> userdeck.inTransaction(connection, () -> {
                        created(userdeck, "ada@example.org");
                        loseAndComeBack();
                        return created(userdeck, "bob@example.org");
                    }))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.retryable()).isFalse());
        }

        assertThat(users()).isZero();
    }

    @Test
    void aServerThatOnlyReadsNowMayBeTriedAgainButNotInTheHostsTransaction() throws SQLException {
        var config = new HikariConfig();
        // Connector/J else asks the server by itself, and refuses without it
        String ownCheck = database.engine() == Engine.MYSQL ? "&readOnlyPropagatesToServer=false" : "";
        config.setJdbcUrl(database.jdbcUrl() + ownCheck);
        config.setMaximumPoolSize(2);
        // as after a change of the leader, to whoever still talks to the one of before
        config.setConnectionInitSql(
                database.engine() == Engine.POSTGRESQL
                        ? "set default_transaction_read_only = on"
                        : "set session transaction read only");
        try (var replica = new HikariDataSource(config)) {
            Userdeck demoted = start(builder().dataSource(replica).migration(Migration.VALIDATE));

            assertThatThrownBy(() -> created(demoted, "ada@example.org"))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.retryable()).isTrue());
            try (Connection connection = replica.getConnection()) {
                connection.setAutoCommit(false);
                assertThatThrownBy(() -> demoted.inTransaction(connection, () -> created(demoted, "ada@example.org")))
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                e -> assertThat(e.retryable()).isFalse());
                connection.rollback();
            }
            demoted.close();
        }
    }

    @Test
    void ofAllThatIsUnderWayNothingIsHalfDone() {
        var begun = new CountDownLatch(WORKERS * 3);
        List<Callable<Map<String, Object>>> work = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            String prefix = "user" + i + "-";
            work.add(() -> createMany(prefix, begun));
        }
        work.add(() -> {
            begun.await();
            loseAndComeBack();
            loseAndComeBack();
            return Map.of();
        });

        Map<String, Object> outcomes = new TreeMap<>();
        AtOnce.run(work.toArray(LostDatabaseContract::callables)).forEach(outcomes::putAll);

        assertThat(outcomes).hasSize(WORKERS * USERS_EACH);
        outcomes.forEach((email, outcome) -> {
            boolean isThere =
                    userdeck.users().findByEmail(email, TenantId.PUBLIC).isPresent();
            if (outcome instanceof User) {
                assertThat(isThere).as("%s was created", email).isTrue();
            } else if (((StorageException) outcome).retryable()) {
                assertThat(isThere).as("%s may be tried again", email).isFalse();
            }
        });
        var tables = new Tables(database);
        assertThat(tables.count("ud_identifier"))
                .as("each user with an address")
                .isEqualTo(tables.count("ud_user"));
        created(userdeck, "later@example.org");
    }

    @Test
    void theBackgroundThreadLivesOn() throws InterruptedException {
        var sending = new CountDownLatch(1);
        var lost = new CountDownLatch(1);
        var mailbox = new Mailbox();
        EmailSender slow = (id, email) -> {
            sending.countDown();
            await(lost);
            mailbox.send(id, email);
        };
        Userdeck automatic = start(builder().maintenance(Maintenance.AUTOMATIC).emailSender(slow));

        automatic.outbox().send(to("ada@example.org"));
        assertThat(sending.await(20, TimeUnit.SECONDS)).isTrue();
        database.refuseConnections();
        lost.countDown();
        assertThat(mailbox.await(1, Duration.ofSeconds(20))).isTrue();
        database.acceptConnections();
        automatic.outbox().send(to("bob@example.org"));

        assertThat(mailbox.await(2, Duration.ofSeconds(20))).isTrue();
    }

    private Map<String, Object> createMany(String prefix, CountDownLatch begun) {
        Map<String, Object> outcomes = new TreeMap<>();
        for (int i = 0; i < USERS_EACH; i++) {
            String email = prefix + i + "@example.org";
            try {
                outcomes.put(email, created(userdeck, email));
            } catch (StorageException e) {
                outcomes.put(email, e);
            }
            begun.countDown();
        }
        return outcomes;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static NewEmail to(String address) {
        return NewEmail.of("test", address, EmailContent.of("Hello"));
    }

    private long users() {
        return userdeck.users().count(Scope.all(), UserFilter.none()).number();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no array of a generic type
    private static Callable<Map<String, Object>>[] callables(int size) {
        return new Callable[size];
    }
}
