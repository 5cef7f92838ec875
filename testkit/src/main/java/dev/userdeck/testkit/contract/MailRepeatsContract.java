package dev.userdeck.testkit.contract;

import static dev.userdeck.audit.AuditActions.MAIL_ALL_SENT_AGAIN;
import static dev.userdeck.audit.AuditActions.MAIL_SENT_AGAIN;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.SendAgainResult;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What sending mails again must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class MailRepeatsContract extends OutboxMails {
    /** As many as one transaction may send again. */
    private static final int BATCH = 1_000;

    /** For subclasses. */
    protected MailRepeatsContract() {}

    @Test
    void whatFailedIsSentAgain() {
        OutboxMessageId id = refused("ada@example.org");

        assertThat(mail.sendAgain(id, Actor.system())).isEqualTo(new SendAgainResult.Waiting());
        assertThat(mail.sendAgain(id, Actor.system())).as("as before").isEqualTo(new SendAgainResult.Waiting());
        assertThat(found(id).settledAt()).isNull();
        userdeck.runMaintenance();

        assertThat(mailbox.mails())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains(LINK));
        assertThat(mailbox.ids()).containsExactly(id, id);
        assertThat(found(id).state()).isEqualTo(OutboxMessageState.SENT);
        assertThat(found(id).lastError()).isNull();
        assertThat(mail.sendAgain(id, Actor.system())).isEqualTo(new SendAgainResult.AlreadySent());
        assertThat(tables.count("ud_outbox_content")).isZero();
        assertThat(events(MAIL_SENT_AGAIN)).hasSize(1);
    }

    @Test
    void allThatFailedOrWaitsIsSentAgain() {
        IntStream.range(0, 5).forEach(i -> refused("user" + i + "@example.org"));
        mailbox.failWith(() -> new MailUnavailableException("530 Authentication required", null));
        IntStream.range(0, 5).forEach(i -> send("late" + i + "@example.org"));
        userdeck.runMaintenance();
        assertThat(mail.list(OutboxQuery.of(Set.of(OutboxMessageState.FAILED, OutboxMessageState.WAITING))
                                .size(7))
                        .items())
                .hasSize(7);
        mailbox.recover();

        assertThat(mail.sendAllAgain(Actor.system()))
                .as("two are due as they are")
                .isEqualTo(8);
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).hasSize(10);
        assertThat(mail.sendAllAgain(Actor.system())).isZero();
        assertThat(events(MAIL_ALL_SENT_AGAIN)).hasSize(1);
    }

    @Test
    void moreThanOneTransactionHoldsAreAllSentAgainAndOnce() throws SQLException {
        int most = BATCH + 50;
        mailbox.failWith(() -> new MailRefusedException("550 5.7.1 Relaying denied", null));
        List<OutboxMessageId> ids = sendAtOnce(most);
        userdeck.runMaintenance();
        assertThat(tables.count("ud_outbox_message where state = 'failed'")).isEqualTo(most);
        mailbox.clear();
        mailbox.recover();

        assertThat(mail.sendAllAgain(Actor.system())).isEqualTo(most);
        userdeck.runMaintenance();

        assertThat(mailbox.ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(mailbox.mails()).hasSize(most).doesNotHaveDuplicates();
        assertThat(events(MAIL_ALL_SENT_AGAIN))
                .as("a transaction is of so many at most")
                .extracting(event -> event.changes().get(0).after())
                .containsExactlyInAnyOrder("1000", "50");
        assertThat(mail.sendAllAgain(Actor.system())).isZero();
    }

    /** In one transaction, which is quicker. */
    private List<OutboxMessageId> sendAtOnce(int number) throws SQLException {
        var ids = new ArrayList<OutboxMessageId>();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(
                    connection,
                    () -> IntStream.range(0, number).forEach(i -> ids.add(send("user" + i + "@example.org"))));
            connection.commit();
        }
        return ids;
    }

    @Test
    void whatIsNoLongerGoodIsNotSentAgain() {
        mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        OutboxMessageId id = mail.send(
                        to("ada@example.org").expiresAt(clock.instant().plusSeconds(3600)))
                .orElseThrow();
        userdeck.runMaintenance();
        mailbox.recover();
        assertThat(tables.count("ud_outbox_content"))
                .as("its words are kept while they are good")
                .isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        assertThat(mail.sendAgain(id, Actor.system())).isEqualTo(new SendAgainResult.TooOld());
        assertThat(mail.sendAllAgain(Actor.system())).isZero();
        clock.advance(Duration.ofHours(1));
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).isEmpty();
        assertThat(tables.count("ud_outbox_content")).isZero();
        assertThat(mail.sendAgain(new OutboxMessageId("none"), Actor.system()))
                .isEqualTo(new SendAgainResult.Unknown());
    }

    private OutboxMessageId refused(String address) {
        mailbox.failWith(() -> new MailRefusedException("550 5.7.1 Relaying denied", null));
        OutboxMessageId id = send(address);
        userdeck.runMaintenance();
        assertThat(found(id).state()).isEqualTo(OutboxMessageState.FAILED);
        mailbox.recover();
        return id;
    }
}
