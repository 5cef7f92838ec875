package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.Userdeck.Maintenance;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.spi.MailDeferredException;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.user.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What sending through the outbox must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OutboxContract extends OutboxMails {
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final int MOST_UNFINISHED = 10;

    /** For subclasses. */
    protected OutboxContract() {}

    @Test
    void aMailIsSentOnceAndItsWordsGo() {
        OutboxMessageId id = send("ada@example.org");
        assertThat(mailbox.tries()).as("sent by nobody but the background work").isZero();
        assertThat(tables.dump("ud_outbox_content")).contains(LINK);

        userdeck.runMaintenance();
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo("ada@example.org");
            assertThat(sent.text()).contains(LINK);
        });
        assertThat(mail.find(id)).get().satisfies(it -> {
            assertThat(it.state()).isEqualTo(OutboxMessageState.SENT);
            assertThat(it.attempts()).isEqualTo(1);
            assertThat(it.settledAt()).isEqualTo(clock.instant());
            assertThat(it.nextAttemptAt()).isNull();
        });
        assertThat(tables.count("ud_outbox_content")).isZero();
    }

    @Test
    void theThreadSendsRightAfterACommit() throws InterruptedException {
        var other = new Mailbox();
        Userdeck automatic = start(builder().maintenance(Maintenance.AUTOMATIC).emailSender(other));

        automatic.outbox().send(to("ada@example.org"));

        assertThat(other.await(1, Duration.ofSeconds(20)))
                .as("long before the next round of background work")
                .isTrue();
    }

    @Test
    void theThreadLooksAgainAfterTheHostsTransaction() throws InterruptedException, SQLException {
        var other = new Mailbox();
        Userdeck automatic = start(builder().maintenance(Maintenance.AUTOMATIC).emailSender(other));

        try (Connection connection = transaction()) {
            automatic.inTransaction(connection, () -> automatic.outbox().send(to("ada@example.org")));
            connection.commit();
        }

        assertThat(other.await(1, Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aRollbackOfTheHostLeavesNoMail() throws SQLException {
        try (Connection connection = transaction()) {
            userdeck.inTransaction(connection, () -> send("ada@example.org"));
            connection.rollback();
        }
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isZero();
        assertThat(tables.count("ud_outbox_message")).isZero();
        assertThat(tables.count("ud_outbox_content")).isZero();
    }

    @Test
    void aMailOfTheHostsTransactionIsSentAfterItsCommit() throws SQLException {
        try (Connection connection = transaction()) {
            userdeck.inTransaction(connection, () -> send("ada@example.org"));
            userdeck.runMaintenance();
            assertThat(mailbox.tries()).as("not committed yet").isZero();
            connection.commit();
        }
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void nothingIsSentWithinTheHostsTransaction() throws SQLException {
        try (Connection connection = transaction()) {
            assertThatThrownBy(() -> userdeck.inTransaction(connection, userdeck::runMaintenance))
                    .isInstanceOf(IllegalStateException.class);
            connection.rollback();
        }
    }

    @Test
    void twoNodesSendEachMailOnce() {
        var other = new Mailbox();
        Userdeck node = start(builder().emailSender(other));
        IntStream.range(0, 60).forEach(i -> send("user" + i + "@example.org"));

        AtOnce.run(
                () -> {
                    userdeck.runMaintenance();
                    return null;
                },
                () -> {
                    node.runMaintenance();
                    return null;
                });

        assertThat(Stream.concat(mailbox.mails().stream(), other.mails().stream()))
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(tables.count("ud_outbox_content")).isZero();
    }

    @Test
    void aMailOfANodeThatDiedIsAnothersAfterHalfAnHour() {
        Userdeck dying = start(builder().emailSender((id, email) -> {
            throw new AssertionError("the power went");
        }));
        OutboxMessageId id = send("ada@example.org");

        assertThatThrownBy(dying::runMaintenance).hasMessage("the power went");
        clock.advance(LEASE.minusMillis(1));
        userdeck.runMaintenance();
        assertThat(mailbox.tries()).isZero();
        clock.advance(Duration.ofMillis(1));
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
        assertThat(mailbox.ids()).containsExactly(id);
        assertThat(found(id).attempts()).isEqualTo(2);
        assertThat(found(id).state()).isEqualTo(OutboxMessageState.SENT);
    }

    @Test
    void aMailThatKillsItsNodesIsGivenUp() {
        Userdeck dying = start(builder().emailSender((id, email) -> {
            throw new AssertionError("the power went");
        }));
        OutboxMessageId id = send("ada@example.org");

        for (int i = 0; i < MOST_UNFINISHED; i++) {
            assertThatThrownBy(dying::runMaintenance).isInstanceOf(AssertionError.class);
            clock.advance(LEASE);
        }
        dying.runMaintenance();

        assertThat(found(id).state()).isEqualTo(OutboxMessageState.FAILED);
    }

    @Test
    void whatFailsForNowIsTriedAgainLater() {
        mailbox.failWith(() -> new MailUnavailableException("Connection refused", null));
        OutboxMessageId id = send("ada@example.org");

        userdeck.runMaintenance();
        assertThat(found(id).state()).isEqualTo(OutboxMessageState.WAITING);
        assertThat(found(id).lastError()).isEqualTo("Connection refused");
        assertThat(found(id).nextAttemptAt())
                .isBetween(clock.instant().plusSeconds(24), clock.instant().plusSeconds(36));
        clock.advance(Duration.ofSeconds(23));
        userdeck.runMaintenance();
        assertThat(mailbox.tries()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(13));
        mailbox.recover();
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
        assertThat(mailbox.ids()).as("all tries are of one mail").containsExactly(id, id);
        assertThat(found(id).attempts()).isEqualTo(2);
        assertThat(found(id).lastError()).as("it did go").isNull();
    }

    @Test
    void theWaitGrowsAndEnds() {
        mailbox.failWith(() -> new IllegalStateException("the provider said " + LINK));
        OutboxMessageId id = send("ada@example.org");
        Duration before = Duration.ZERO;

        Instant end = clock.instant().plus(Duration.ofDays(5));

        for (int i = 1; i < 10; i++) {
            userdeck.runMaintenance();
            assertThat(mailbox.tries()).isEqualTo(i);
            Duration wait = Duration.between(clock.instant(), found(id).nextAttemptAt());
            assertThat(wait).isGreaterThan(before.dividedBy(2)).isLessThanOrEqualTo(Duration.ofMinutes(72));
            before = wait;
            clock.advance(wait);
        }
        clock.advance(Duration.between(clock.instant(), end.minus(Duration.ofMinutes(30))));
        tryUntilItEnds(id, end);

        assertThat(found(id).state()).isEqualTo(OutboxMessageState.FAILED);
        assertThat(clock.instant()).isBefore(end).isAfter(end.minus(Duration.ofMinutes(2)));
        assertThat(found(id).lastError()).startsWith("the provider said").doesNotContain("AAAABBBB");
    }

    @Test
    void aMailWaitsAsLongAsItsLinkIsGood() {
        mailbox.failWith(() -> new MailUnavailableException("Connection refused", null));
        Instant end = clock.instant().plus(Duration.ofHours(8));
        OutboxMessageId invitation =
                mail.send(to("ada@example.org").expiresAt(end)).orElseThrow();

        while (clock.instant().isBefore(end.minus(Duration.ofMinutes(5)))) {
            userdeck.runMaintenance();
            assertThat(found(invitation).state()).isEqualTo(OutboxMessageState.WAITING);
            clock.advance(Duration.between(clock.instant(), found(invitation).nextAttemptAt()));
        }
        mailbox.recover();
        userdeck.runMaintenance();

        assertThat(clock.instant()).isBefore(end);
        assertThat(found(invitation).state()).isEqualTo(OutboxMessageState.SENT);
        assertThat(mailbox.mails()).hasSize(1);
    }

    private void tryUntilItEnds(OutboxMessageId id, Instant end) {
        userdeck.runMaintenance();
        while (found(id).state() == OutboxMessageState.WAITING
                && clock.instant().isBefore(end)) {
            clock.advance(Duration.between(clock.instant(), found(id).nextAttemptAt()));
            userdeck.runMaintenance();
        }
    }

    @Test
    void recipientsWhoAskForPatienceKeepNobodyWaiting() {
        mailbox.failWith(() -> new MailDeferredException("450 4.2.0 Greylisted", null));
        IntStream.range(0, 60).forEach(i -> send("user" + i + "@example.org"));

        userdeck.runMaintenance();
        assertThat(mailbox.tries()).as("each of them once").isEqualTo(60);
        mailbox.recover();
        clock.advance(Duration.ofMinutes(1));
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(60);
    }

    @Test
    void whatIsRefusedIsGivenUpAtOnce() {
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        OutboxMessageId id = send("nobody@example.org");

        userdeck.runMaintenance();
        clock.advance(Duration.ofDays(1));
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isEqualTo(1);
        assertThat(found(id).state()).isEqualTo(OutboxMessageState.FAILED);
        assertThat(found(id).lastError()).isEqualTo("550 5.1.1 No such user");
        assertThat(mail.list(OutboxQuery.of(Set.of(OutboxMessageState.FAILED)).size(10))
                        .items())
                .extracting(OutboxMessage::id)
                .containsExactly(id);
    }

    @Test
    void aServerThatIsDownIsNotTriedWithEachMail() {
        mailbox.failWith(() -> new MailUnavailableException("Connection refused", null));
        IntStream.range(0, 20).forEach(i -> send("user" + i + "@example.org"));

        userdeck.runMaintenance();
        assertThat(mailbox.tries()).isEqualTo(3);
        mailbox.recover();
        clock.advance(Duration.ofMinutes(1));
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(20);
    }

    @Test
    void whatIsTooOldIsNotSent() {
        OutboxMessageId id = mail.send(
                        to("ada@example.org").expiresAt(clock.instant().plusSeconds(3600)))
                .orElseThrow();

        clock.advance(Duration.ofHours(1));
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isZero();
        assertThat(found(id).state()).isEqualTo(OutboxMessageState.FAILED);
        assertThat(found(id).lastError()).contains("too old");
    }

    @Test
    void mailAboutADeletedUserIsNotSent() {
        User ada = created(userdeck, "ada@example.org");
        OutboxMessageId id = mail.send(to("ada@example.org").user(ada.id())).orElseThrow();

        userdeck.users().delete(ada.id());
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isZero();
        assertThat(mail.find(id)).isEmpty();
        assertThat(tables.count("ud_outbox_content")).isZero();
    }

    @Test
    void whatIsDoneIsForgottenAfterThirtyDays() {
        OutboxMessageId id = send("ada@example.org");
        userdeck.runMaintenance();

        clock.advance(Duration.ofDays(30).minusMillis(1));
        userdeck.runMaintenance();
        assertThat(mail.find(id)).isPresent();
        clock.advance(Duration.ofHours(2));
        userdeck.runMaintenance();

        assertThat(mail.find(id)).isEmpty();
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
