package dev.userdeck.internal.mail;

import static dev.userdeck.internal.jooq.Tables.UD_MAIL;
import static dev.userdeck.internal.jooq.Tables.UD_MAIL_CONTENT;

import dev.userdeck.internal.jooq.tables.records.UdMailRecord;
import dev.userdeck.internal.storage.Claims;
import dev.userdeck.internal.storage.Columns;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.mail.Email;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.NewMail;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox. */
final class MailRows {
    static final long NEVER = Long.MAX_VALUE;

    private final Jooq jooq;

    /** A mail that may be due, as it was read. */
    record Due(String id, long dueAt) {}

    /**
     * A mail that is this node's to send.
     *
     * @param email null when its words are gone, as it is useless by now
     */
    record Claimed(
            String id,
            String claim,
            String kind,
            int tries,
            int unfinished,
            long goodUntil,
            long tryUntil,
            @Nullable String answer,
            @Nullable Email email) {}

    MailRows(Jooq jooq) {
        this.jooq = jooq;
    }

    void insert(DSLContext db, String id, NewMail mail, Email email, long now) {
        var m = UD_MAIL;
        UserId user = mail.user();
        UdMailRecord row = db.newRecord(m);
        row.setId(id);
        row.setKind(mail.kind());
        row.setRecipient(email.to());
        row.setUserId(user == null ? null : user.value());
        row.setState(word(MailState.WAITING));
        long goodUntil = mail.goodUntil() == null ? NEVER : mail.goodUntil().toEpochMilli();
        row.setTries(0);
        row.setUnfinished(0);
        row.setCreatedAt(now);
        row.setDueAt(now);
        row.setGoodUntil(goodUntil);
        row.setTryUntil(tryUntil(goodUntil, now));
        row.setSettledAt(0L);
        row.setForgetAt(NEVER);
        db.insertInto(m).set(row).execute();
        var c = UD_MAIL_CONTENT;
        db.insertInto(c, c.MAIL_ID, c.SUBJECT, c.PLAIN, c.HTML, c.KEEP_UNTIL)
                .values(
                        id,
                        email.subject(),
                        Columns.fitted(email.text(), c.PLAIN),
                        Columns.fit(email.html(), c.HTML),
                        goodUntil)
                .execute();
    }

    /** From when on a mail is given up: with its link, or when mail servers would. */
    static long tryUntil(long goodUntil, long now) {
        return goodUntil == NEVER ? now + MailTries.LONGEST_TRYING.toMillis() : goodUntil;
    }

    /**
     * Those to be sent, the oldest first.
     *
     * @param longest how long one waits at most for its next try, or for a node that has it
     */
    List<Due> due(long now, Duration longest, int most) {
        var m = UD_MAIL;
        return jooq.read(db -> db.select(m.ID, m.DUE_AT)
                .from(m)
                .where(m.STATE.eq(word(MailState.WAITING)))
                .and(Claims.isOver(m.DUE_AT, now, longest))
                .orderBy(m.DUE_AT, m.ID)
                .limit(most)
                .fetch(row -> new Due(row.value1(), row.value2())));
    }

    /** Makes a mail this node's until {@code end}; empty when another one was faster. Counts the try before it is made. */
    Optional<Claimed> claim(Due due, String claim, long end) {
        var m = UD_MAIL;
        return jooq.write(db -> {
            int claimed = db.update(m)
                    .set(m.CLAIM, claim)
                    .set(m.DUE_AT, end)
                    .set(m.TRIES, m.TRIES.plus(1))
                    .set(m.UNFINISHED, m.UNFINISHED.plus(1))
                    .where(m.ID.eq(due.id()))
                    .and(m.STATE.eq(word(MailState.WAITING)))
                    .and(m.DUE_AT.eq(due.dueAt()))
                    .execute();
            return claimed == 1 ? read(db, due.id(), claim) : Optional.empty();
        });
    }

    private static Optional<Claimed> read(DSLContext db, String id, String claim) {
        var m = UD_MAIL;
        var c = UD_MAIL_CONTENT;
        return db.select(
                        m.KIND,
                        m.TRIES,
                        m.UNFINISHED,
                        m.GOOD_UNTIL,
                        m.TRY_UNTIL,
                        m.LAST_ANSWER,
                        m.RECIPIENT,
                        c.SUBJECT,
                        c.PLAIN,
                        c.HTML)
                .from(m)
                .leftJoin(c)
                .on(c.MAIL_ID.eq(m.ID))
                .where(m.ID.eq(id))
                .fetchOptional(row -> new Claimed(
                        id,
                        claim,
                        row.get(m.KIND),
                        row.get(m.TRIES),
                        row.get(m.UNFINISHED),
                        row.get(m.GOOD_UNTIL),
                        row.get(m.TRY_UNTIL),
                        row.get(m.LAST_ANSWER),
                        row.get(c.SUBJECT) == null
                                ? null
                                : new Email(
                                        row.get(m.RECIPIENT), row.get(c.SUBJECT), row.get(c.PLAIN), row.get(c.HTML))));
    }

    /** Puts a mail of this node's back, to be tried at {@code dueAt}. */
    void postpone(Claimed mail, long dueAt, String answer) {
        var m = UD_MAIL;
        jooq.write(db -> db.update(m)
                .set(m.DUE_AT, dueAt)
                .set(m.UNFINISHED, 0)
                .setNull(m.CLAIM)
                .set(m.LAST_ANSWER, Columns.fit(answer, m.LAST_ANSWER))
                .where(m.ID.eq(mail.id()))
                .and(m.CLAIM.eq(mail.claim()))
                .execute());
    }

    /** Notes that a mail of this node's was sent, and removes its words. */
    void sent(Claimed mail, long now, long forgetAt) {
        jooq.write(db -> {
            if (settle(db, mail, MailState.SENT, null, now, forgetAt) == 1) {
                db.deleteFrom(UD_MAIL_CONTENT)
                        .where(UD_MAIL_CONTENT.MAIL_ID.eq(mail.id()))
                        .execute();
            }
            return mail;
        });
    }

    /** Notes that a mail of this node's was given up; its words stay for as long as they are good, to be sent again. */
    void failed(Claimed mail, String answer, long now, long forgetAt) {
        var c = UD_MAIL_CONTENT;
        jooq.write(db -> {
            if (settle(db, mail, MailState.FAILED, answer, now, forgetAt) == 1) {
                db.update(c)
                        .set(c.KEEP_UNTIL, Math.min(mail.goodUntil(), forgetAt))
                        .where(c.MAIL_ID.eq(mail.id()))
                        .execute();
            }
            return mail;
        });
    }

    private static int settle(
            DSLContext db, Claimed mail, MailState state, @Nullable String answer, long now, long forgetAt) {
        var m = UD_MAIL;
        return db.update(m)
                .set(m.STATE, word(state))
                .set(m.SETTLED_AT, now)
                .set(m.FORGET_AT, forgetAt)
                .setNull(m.CLAIM)
                .set(m.LAST_ANSWER, Columns.fit(answer, m.LAST_ANSWER))
                .where(m.ID.eq(mail.id()))
                .and(m.CLAIM.eq(mail.claim()))
                .execute();
    }

    static String word(MailState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static MailState state(String word) {
        return MailState.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
