package dev.userdeck.internal.mail;

import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.mail.OutboxQueue.Due;
import dev.userdeck.internal.mail.OutboxQueue.Leased;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailDeferredException;
import dev.userdeck.mail.spi.MailRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due in the outbox. Nodes share the work by taking a lease of each mail just before it is sent. */
final class OutboxDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
    /** Longer than a server may take for all its answers, ten minutes for the last (RFC 5321, 4.5.3.2). */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 50;
    /** Then the server is down: the rest waits, and so does no other work. */
    private static final int FAILURES_IN_A_ROW = 3;

    private final JooqDatabase jooq;
    private final OutboxQueue rows;
    private final Clock clock;
    private final Ids ids;
    private final EmailSender sender;
    private volatile boolean closing;

    private enum Outcome {
        DONE,
        SERVER_FAILED
    }

    OutboxDelivery(JooqDatabase jooq, OutboxQueue rows, Clock clock, Ids ids, EmailSender sender) {
        this.jooq = jooq;
        this.rows = rows;
        this.clock = clock;
        this.ids = ids;
        this.sender = sender;
    }

    /** Sends what is due, until there is nothing, or the server seems to be down. */
    void run() {
        if (jooq.isHostTransaction()) {
            throw new IllegalStateException("Mail can't be sent inside inTransaction: it might be rolled back");
        }
        int failures = 0;
        List<Due> due;
        do {
            due = rows.due(clock.millis(), RetrySchedule.LONGEST, BATCH);
            for (Due each : due) {
                if (closing || failures == FAILURES_IN_A_ROW) {
                    return;
                }
                Outcome outcome = deliver(each);
                failures = outcome == Outcome.SERVER_FAILED ? failures + 1 : 0;
            }
        } while (due.size() == BATCH);
    }

    /** Begins no other mail. */
    void close() {
        closing = true;
    }

    private Outcome deliver(Due due) {
        long now = clock.millis();
        Optional<Leased> leased = rows.lease(due, ids.next(), now + LEASE.toMillis());
        if (leased.isEmpty()) {
            return Outcome.DONE; // another node has it
        }
        Leased mail = leased.get();
        EmailMessage email = mail.email();
        if (email == null || mail.tryUntil() <= now) {
            return giveUp(mail, mail.answer() == null ? "It was too old when its turn came." : mail.answer());
        }
        if (mail.unfinished() > RetrySchedule.MOST_UNFINISHED) {
            // each of them was counted, but no node lived to tell
            return giveUp(mail, mail.answer() == null ? "Sending it did not end." : mail.answer());
        }
        return send(mail, email);
    }

    private Outcome send(Leased mail, EmailMessage email) {
        try {
            sender.send(new OutboxMessageId(mail.id()), email);
        } catch (MailRefusedException e) {
            return giveUp(mail, FailureText.of(e));
        } catch (MailDeferredException e) {
            postpone(mail, FailureText.of(e));
            return Outcome.DONE;
        } catch (RuntimeException | LinkageError e) {
            postpone(mail, FailureText.of(e));
            return Outcome.SERVER_FAILED;
        }
        long now = clock.millis();
        rows.sent(mail, now, now + KEPT.toMillis());
        return Outcome.DONE;
    }

    private void postpone(Leased mail, String answer) {
        long now = clock.millis();
        Duration wait = RetrySchedule.waitAfter(mail.tries(), Duration.ofMillis(mail.tryUntil() - now));
        if (wait.isZero()) {
            giveUp(mail, answer);
            return;
        }
        rows.postpone(mail, now + wait.toMillis(), answer);
        LOG.warn(
                "Mail {} ({}) could not be sent, try {}, the next one in {} s: {}",
                mail.id(),
                mail.kind(),
                mail.tries(),
                wait.toSeconds(),
                answer);
    }

    private Outcome giveUp(Leased mail, String answer) {
        long now = clock.millis();
        rows.failed(mail, answer, now, now + KEPT.toMillis());
        LOG.warn("Mail {} ({}) was given up after {} tries: {}", mail.id(), mail.kind(), mail.tries(), answer);
        return Outcome.DONE;
    }
}
