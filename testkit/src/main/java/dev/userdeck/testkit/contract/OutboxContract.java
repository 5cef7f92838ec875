package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.Userdeck.Maintenance;
import dev.userdeck.mail.Letter;
import dev.userdeck.mail.Mail;
import dev.userdeck.mail.MailId;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.NewMail;
import dev.userdeck.mail.OutgoingMail;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sending through the outbox must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OutboxContract extends EngineContract {
    private static final String LINK = "https://shop.example/verify#token=AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKK";
    private static final Duration CLAIM = Duration.ofMinutes(30);
    private static final int MOST_UNFINISHED = 10;

    private final Mailbox mailbox = new Mailbox();
    private Mail mail;
    private Tables tables;

    /** For subclasses. */
    protected OutboxContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox);
    }

    @BeforeEach
    void open() {
        mail = userdeck.mail();
        tables = new Tables(database);
    }

    @Test
    void aMailIsSentOnceAndItsWordsGo() {
        MailId id = send("ada@example.org");
        assertThat(mailbox.tries()).as("sent by nobody but the background work").isZero();
        assertThat(tables.dump("ud_mail_content")).contains(LINK);

        userdeck.runMaintenance();
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo("ada@example.org");
            assertThat(sent.text()).contains(LINK);
        });
        assertThat(mail.find(id)).get().satisfies(it -> {
            assertThat(it.state()).isEqualTo(MailState.SENT);
            assertThat(it.tries()).isEqualTo(1);
            assertThat(it.settledAt()).isEqualTo(clock.instant());
            assertThat(it.nextTryAt()).isNull();
        });
        assertThat(tables.count("ud_mail_content")).isZero();
    }

    @Test
    void theThreadSendsRightAfterACommit() throws InterruptedException {
        var other = new Mailbox();
        Userdeck automatic = start(builder().maintenance(Maintenance.AUTOMATIC).emailSender(other));

        automatic.mail().send(to("ada@example.org"));

        assertThat(other.await(1, Duration.ofSeconds(20)))
                .as("long before the next round of background work")
                .isTrue();
    }

    @Test
    void theThreadLooksAgainAfterTheHostsTransaction() throws InterruptedException, SQLException {
        var other = new Mailbox();
        Userdeck automatic = start(builder().maintenance(Maintenance.AUTOMATIC).emailSender(other));

        try (Connection connection = transaction()) {
            automatic.inTransaction(connection, () -> automatic.mail().send(to("ada@example.org")));
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
        assertThat(tables.count("ud_mail")).isZero();
        assertThat(tables.count("ud_mail_content")).isZero();
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
        assertThat(tables.count("ud_mail_content")).isZero();
    }

    @Test
    void aMailOfANodeThatDiedIsAnothersAfterHalfAnHour() {
        Userdeck dying = start(builder().emailSender((id, email) -> {
            throw new AssertionError("the power went");
        }));
        MailId id = send("ada@example.org");

        assertThatThrownBy(dying::runMaintenance).hasMessage("the power went");
        clock.advance(CLAIM.minusMillis(1));
        userdeck.runMaintenance();
        assertThat(mailbox.tries()).isZero();
        clock.advance(Duration.ofMillis(1));
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
        assertThat(mailbox.ids()).containsExactly(id);
        assertThat(found(id).tries()).isEqualTo(2);
        assertThat(found(id).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aMailThatKillsItsNodesIsGivenUp() {
        Userdeck dying = start(builder().emailSender((id, email) -> {
            throw new AssertionError("the power went");
        }));
        MailId id = send("ada@example.org");

        for (int i = 0; i < MOST_UNFINISHED; i++) {
            assertThatThrownBy(dying::runMaintenance).isInstanceOf(AssertionError.class);
            clock.advance(CLAIM);
        }
        dying.runMaintenance();

        assertThat(found(id).state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void whatFailsForNowIsTriedAgainLater() {
        mailbox.failWith(() -> new MailUnavailableException("Connection refused", null));
        MailId id = send("ada@example.org");

        userdeck.runMaintenance();
        assertThat(found(id).state()).isEqualTo(MailState.WAITING);
        assertThat(found(id).lastAnswer()).isEqualTo("Connection refused");
        assertThat(found(id).nextTryAt())
                .isBetween(clock.instant().plusSeconds(24), clock.instant().plusSeconds(36));
        clock.advance(Duration.ofSeconds(23));
        userdeck.runMaintenance();
        assertThat(mailbox.tries()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(13));
        mailbox.recover();
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
        assertThat(mailbox.ids()).as("all tries are of one mail").containsExactly(id, id);
        assertThat(found(id).tries()).isEqualTo(2);
        assertThat(found(id).lastAnswer()).as("it did go").isNull();
    }

    @Test
    void theWaitGrowsAndEnds() {
        mailbox.failWith(() -> new IllegalStateException("the provider said " + LINK));
        MailId id = send("ada@example.org");
        Duration before = Duration.ZERO;

        Instant end = clock.instant().plus(Duration.ofDays(5));

        for (int i = 1; i < 10; i++) {
            userdeck.runMaintenance();
            assertThat(mailbox.tries()).isEqualTo(i);
            Duration wait = Duration.between(clock.instant(), found(id).nextTryAt());
            assertThat(wait).isGreaterThan(before.dividedBy(2)).isLessThanOrEqualTo(Duration.ofMinutes(72));
            before = wait;
            clock.advance(wait);
        }
        clock.advance(Duration.between(clock.instant(), end.minus(Duration.ofMinutes(30))));
        tryUntilItEnds(id, end);

        assertThat(found(id).state()).isEqualTo(MailState.FAILED);
        assertThat(clock.instant()).isBefore(end).isAfter(end.minus(Duration.ofMinutes(2)));
        assertThat(found(id).lastAnswer()).startsWith("the provider said").doesNotContain("AAAABBBB");
    }

    @Test
    void aMailWaitsAsLongAsItsLinkIsGood() {
        mailbox.failWith(() -> new MailUnavailableException("Connection refused", null));
        Instant end = clock.instant().plus(Duration.ofHours(8));
        MailId invitation = mail.send(to("ada@example.org").goodUntil(end)).orElseThrow();

        while (clock.instant().isBefore(end.minus(Duration.ofMinutes(5)))) {
            userdeck.runMaintenance();
            assertThat(found(invitation).state()).isEqualTo(MailState.WAITING);
            clock.advance(Duration.between(clock.instant(), found(invitation).nextTryAt()));
        }
        mailbox.recover();
        userdeck.runMaintenance();

        assertThat(clock.instant()).isBefore(end);
        assertThat(found(invitation).state()).isEqualTo(MailState.SENT);
        assertThat(mailbox.mails()).hasSize(1);
    }

    private void tryUntilItEnds(MailId id, Instant end) {
        userdeck.runMaintenance();
        while (found(id).state() == MailState.WAITING && clock.instant().isBefore(end)) {
            clock.advance(Duration.between(clock.instant(), found(id).nextTryAt()));
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
        MailId id = send("nobody@example.org");

        userdeck.runMaintenance();
        clock.advance(Duration.ofDays(1));
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isEqualTo(1);
        assertThat(found(id).state()).isEqualTo(MailState.FAILED);
        assertThat(found(id).lastAnswer()).isEqualTo("550 5.1.1 No such user");
        assertThat(mail.list(Set.of(MailState.FAILED), 10, null).items())
                .extracting(OutgoingMail::id)
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
        MailId id = mail.send(to("ada@example.org").goodUntil(clock.instant().plusSeconds(3600)))
                .orElseThrow();

        clock.advance(Duration.ofHours(1));
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isZero();
        assertThat(found(id).state()).isEqualTo(MailState.FAILED);
        assertThat(found(id).lastAnswer()).contains("too old");
    }

    @Test
    void mailAboutADeletedUserIsNotSent() {
        User ada = created(userdeck, "ada@example.org");
        MailId id = mail.send(to("ada@example.org").about(ada.id())).orElseThrow();

        userdeck.users().delete(ada.id());
        userdeck.runMaintenance();

        assertThat(mailbox.tries()).isZero();
        assertThat(mail.find(id)).isEmpty();
        assertThat(tables.count("ud_mail_content")).isZero();
    }

    @Test
    void whatIsDoneIsForgottenAfterThirtyDays() {
        MailId id = send("ada@example.org");
        userdeck.runMaintenance();

        clock.advance(Duration.ofDays(30).minusMillis(1));
        userdeck.runMaintenance();
        assertThat(mail.find(id)).isPresent();
        clock.advance(Duration.ofHours(2));
        userdeck.runMaintenance();

        assertThat(mail.find(id)).isEmpty();
    }

    private MailId send(String address) {
        return mail.send(to(address)).orElseThrow();
    }

    private static NewMail to(String address) {
        return NewMail.of("test", address, Letter.of("Confirm").link("Confirm", LINK));
    }

    private OutgoingMail found(MailId id) {
        return mail.find(id).orElseThrow();
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
