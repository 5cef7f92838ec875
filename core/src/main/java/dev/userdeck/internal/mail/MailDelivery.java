package dev.userdeck.internal.mail;

import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.mail.MailRows.Claimed;
import dev.userdeck.internal.mail.MailRows.Due;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due in the outbox. Nodes share the work by claiming each mail just before it is sent. */
final class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 50;
    /** Then the server is down: the rest waits, and so does no other work. */
    private static final int FAILURES_IN_A_ROW = 3;

    private final Jooq jooq;
    private final MailRows rows;
    private final Clock clock;
    private final Ids ids;
    private final EmailSender sender;
    private volatile boolean closing;

    private enum Outcome {
        SETTLED,
        FAILED_FOR_NOW,
        NOT_OURS
    }

    MailDelivery(Jooq jooq, MailRows rows, Clock clock, Ids ids, EmailSender sender) {
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
            due = rows.due(clock.millis(), MailTries.LONGEST, BATCH);
            for (Due each : due) {
                if (closing || failures == FAILURES_IN_A_ROW) {
                    return;
                }
                Outcome outcome = deliver(each);
                failures = outcome == Outcome.FAILED_FOR_NOW ? failures + 1 : 0;
            }
        } while (due.size() == BATCH);
    }

    /** Begins no other mail. */
    void close() {
        closing = true;
    }

    private Outcome deliver(Due due) {
        long now = clock.millis();
        Optional<Claimed> claimed = rows.claim(due, ids.next(), now + CLAIM.toMillis());
        if (claimed.isEmpty()) {
            return Outcome.NOT_OURS;
        }
        Claimed mail = claimed.get();
        if (mail.goodUntil() <= now) {
            return giveUp(mail, mail.answer() == null ? "It was too old when its turn came." : mail.answer());
        }
        if (mail.tries() > MailTries.MOST) {
            // each of them was counted, but no node lived to tell
            return giveUp(mail, mail.answer() == null ? "Sending it did not end." : mail.answer());
        }
        return send(mail);
    }

    private Outcome send(Claimed mail) {
        try {
            sender.send(mail.email());
        } catch (MailRefusedException e) {
            return giveUp(mail, Answer.of(e));
        } catch (RuntimeException | LinkageError e) {
            return mail.tries() == MailTries.MOST ? giveUp(mail, Answer.of(e)) : postpone(mail, Answer.of(e));
        }
        long now = clock.millis();
        rows.settle(mail, MailState.SENT, mail.answer(), now, now + KEPT.toMillis());
        return Outcome.SETTLED;
    }

    private Outcome postpone(Claimed mail, String answer) {
        Duration wait = MailTries.waitAfter(mail.tries());
        rows.postpone(mail, clock.millis() + wait.toMillis(), answer);
        LOG.warn(
                "Mail {} ({}) could not be sent, try {} of {}, the next one in {} s: {}",
                mail.id(),
                mail.kind(),
                mail.tries(),
                MailTries.MOST,
                wait.toSeconds(),
                answer);
        return Outcome.FAILED_FOR_NOW;
    }

    private Outcome giveUp(Claimed mail, String answer) {
        long now = clock.millis();
        rows.settle(mail, MailState.FAILED, answer, now, now + KEPT.toMillis());
        LOG.warn("Mail {} ({}) was given up after {} tries: {}", mail.id(), mail.kind(), mail.tries(), answer);
        return Outcome.SETTLED;
    }
}
