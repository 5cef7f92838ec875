package dev.userdeck.internal.mail;

import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_CONTENT;
import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_MESSAGE;

import dev.userdeck.internal.jooq.tables.records.UdOutboxMessageRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.LeaseExpiry;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox. */
final class OutboxQueue {
    static final long NEVER = Long.MAX_VALUE;

    private final JooqDatabase jooq;

    /** A mail that may be due, as it was read. */
    record Due(String id, long dueAt) {}

    /**
     * A mail that is this node's to send.
     *
     * @param email null when its words are gone, as it is useless by now
     */
    record Leased(
            String id,
            String leaseHolder,
            String kind,
            int tries,
            int unfinished,
            long goodUntil,
            long tryUntil,
            @Nullable String answer,
            @Nullable EmailMessage email) {}

    OutboxQueue(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    void insert(DSLContext db, String id, NewEmail mail, EmailMessage email, long now) {
        var m = UD_OUTBOX_MESSAGE;
        UserId user = mail.user();
        UdOutboxMessageRecord row = db.newRecord(m);
        row.setId(id);
        row.setKind(mail.kind());
        row.setRecipient(email.to());
        row.setRecipientKey(ColumnLimits.fitted(EmailAddress.typed(email.to()), m.RECIPIENT_KEY));
        row.setUserId(user == null ? null : user.value());
        row.setState(ConstantNames.of(OutboxMessageState.WAITING));
        long goodUntil = mail.expiresAt() == null ? NEVER : mail.expiresAt().toEpochMilli();
        row.setAttempts(0);
        row.setUnfinishedAttempts(0);
        row.setCreatedAt(now);
        row.setNextAttemptAt(now);
        row.setExpiresAt(goodUntil);
        row.setRetryUntil(tryUntil(goodUntil, now));
        row.setSettledAt(0L);
        row.setPurgeAt(NEVER);
        db.insertInto(m).set(row).execute();
        var c = UD_OUTBOX_CONTENT;
        db.insertInto(c, c.MESSAGE_ID, c.SUBJECT, c.PLAIN, c.HTML, c.PURGE_AT)
                .values(
                        id,
                        email.subject(),
                        ColumnLimits.fitted(email.text(), c.PLAIN),
                        ColumnLimits.fit(email.html(), c.HTML),
                        goodUntil)
                .execute();
    }

    /** From when on a mail is given up: with its link, or when mail servers would. */
    static long tryUntil(long goodUntil, long now) {
        return goodUntil == NEVER ? now + RetrySchedule.LONGEST_TRYING.toMillis() : goodUntil;
    }

    /**
     * Those to be sent, the oldest first.
     *
     * @param longest how long one waits at most for its next try, or for a node that has it
     */
    List<Due> due(long now, Duration longest, int most) {
        var m = UD_OUTBOX_MESSAGE;
        return jooq.read(db -> db.select(m.ID, m.NEXT_ATTEMPT_AT)
                .from(m)
                .where(m.STATE.eq(ConstantNames.of(OutboxMessageState.WAITING)))
                .and(LeaseExpiry.isOver(m.NEXT_ATTEMPT_AT, now, longest))
                .orderBy(m.NEXT_ATTEMPT_AT, m.ID)
                .limit(most)
                .fetch(row -> new Due(row.value1(), row.value2())));
    }

    /** Makes a mail this node's until {@code end}; empty when another one was faster. Counts the try before it is made. */
    Optional<Leased> lease(Due due, String leaseHolder, long end) {
        var m = UD_OUTBOX_MESSAGE;
        return jooq.write(db -> {
            int leased = db.update(m)
                    .set(m.LEASE_HOLDER, leaseHolder)
                    .set(m.NEXT_ATTEMPT_AT, end)
                    .set(m.ATTEMPTS, m.ATTEMPTS.plus(1))
                    .set(m.UNFINISHED_ATTEMPTS, m.UNFINISHED_ATTEMPTS.plus(1))
                    .where(m.ID.eq(due.id()))
                    .and(m.STATE.eq(ConstantNames.of(OutboxMessageState.WAITING)))
                    .and(m.NEXT_ATTEMPT_AT.eq(due.dueAt()))
                    .execute();
            return leased == 1 ? read(db, due.id(), leaseHolder) : Optional.empty();
        });
    }

    private static Optional<Leased> read(DSLContext db, String id, String leaseHolder) {
        var m = UD_OUTBOX_MESSAGE;
        var c = UD_OUTBOX_CONTENT;
        return db.select(
                        m.KIND,
                        m.ATTEMPTS,
                        m.UNFINISHED_ATTEMPTS,
                        m.EXPIRES_AT,
                        m.RETRY_UNTIL,
                        m.LAST_ERROR,
                        m.RECIPIENT,
                        c.SUBJECT,
                        c.PLAIN,
                        c.HTML)
                .from(m)
                .leftJoin(c)
                .on(c.MESSAGE_ID.eq(m.ID))
                .where(m.ID.eq(id))
                .fetchOptional(row -> new Leased(
                        id,
                        leaseHolder,
                        row.get(m.KIND),
                        row.get(m.ATTEMPTS),
                        row.get(m.UNFINISHED_ATTEMPTS),
                        row.get(m.EXPIRES_AT),
                        row.get(m.RETRY_UNTIL),
                        row.get(m.LAST_ERROR),
                        row.get(c.SUBJECT) == null
                                ? null
                                : new EmailMessage(
                                        row.get(m.RECIPIENT), row.get(c.SUBJECT), row.get(c.PLAIN), row.get(c.HTML))));
    }

    /** Puts a mail of this node's back, to be tried at {@code dueAt}. */
    void postpone(Leased mail, long dueAt, String answer) {
        var m = UD_OUTBOX_MESSAGE;
        jooq.write(db -> db.update(m)
                .set(m.NEXT_ATTEMPT_AT, dueAt)
                .set(m.UNFINISHED_ATTEMPTS, 0)
                .setNull(m.LEASE_HOLDER)
                .set(m.LAST_ERROR, ColumnLimits.fit(answer, m.LAST_ERROR))
                .where(m.ID.eq(mail.id()))
                .and(m.LEASE_HOLDER.eq(mail.leaseHolder()))
                .execute());
    }

    /** Notes that a mail of this node's was sent, and removes its words. */
    void sent(Leased mail, long now, long forgetAt) {
        jooq.write(db -> {
            if (settle(db, mail, OutboxMessageState.SENT, null, now, forgetAt) == 1) {
                db.deleteFrom(UD_OUTBOX_CONTENT)
                        .where(UD_OUTBOX_CONTENT.MESSAGE_ID.eq(mail.id()))
                        .execute();
            }
            return mail;
        });
    }

    /** Notes that a mail of this node's was given up; its words stay for as long as they are good, to be sent again. */
    void failed(Leased mail, String answer, long now, long forgetAt) {
        var c = UD_OUTBOX_CONTENT;
        jooq.write(db -> {
            if (settle(db, mail, OutboxMessageState.FAILED, answer, now, forgetAt) == 1) {
                db.update(c)
                        .set(c.PURGE_AT, Math.min(mail.goodUntil(), forgetAt))
                        .where(c.MESSAGE_ID.eq(mail.id()))
                        .execute();
            }
            return mail;
        });
    }

    private static int settle(
            DSLContext db, Leased mail, OutboxMessageState state, @Nullable String answer, long now, long forgetAt) {
        var m = UD_OUTBOX_MESSAGE;
        return db.update(m)
                .set(m.STATE, ConstantNames.of(state))
                .set(m.SETTLED_AT, now)
                .set(m.PURGE_AT, forgetAt)
                .setNull(m.LEASE_HOLDER)
                .set(m.LAST_ERROR, ColumnLimits.fit(answer, m.LAST_ERROR))
                .where(m.ID.eq(mail.id()))
                .and(m.LEASE_HOLDER.eq(mail.leaseHolder()))
                .execute();
    }
}
