package dev.userdeck.internal.mail;

import static dev.userdeck.internal.jooq.Tables.UD_MAIL;
import static dev.userdeck.internal.jooq.Tables.UD_MAIL_CONTENT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.jooq.tables.records.UdMailRecord;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.mail.MailId;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.SendAgainResult;
import dev.userdeck.user.UserId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Sends again what failed or waits, once somebody has mended what was in its way. */
final class MailRepeats {
    private static final int BATCH = 1_000;

    private final Jooq jooq;
    private final AuditTrail audit;

    MailRepeats(Jooq jooq, AuditTrail audit) {
        this.jooq = jooq;
        this.audit = audit;
    }

    SendAgainResult one(MailId id, long now, Actor actor) {
        var m = UD_MAIL;
        return jooq.write(db -> {
            UdMailRecord row = db.selectFrom(m).where(m.ID.eq(id.value())).fetchOne();
            if (row == null) {
                return SendAgainResult.UNKNOWN;
            }
            if (repeat(db, List.of(id.value()), now) == 1) {
                NewAuditEvent event = NewAuditEvent.of("mail.sent-again", actor).target(row.getKind());
                audit.record(row.getUserId() == null ? event : event.on(new UserId(row.getUserId())));
                return SendAgainResult.WAITING;
            }
            return switch (MailRows.state(row.getState())) {
                case WAITING -> SendAgainResult.WAITING; // it is due, or being sent
                case FAILED -> SendAgainResult.TOO_OLD;
                case SENT -> SendAgainResult.ALREADY_SENT;
            };
        });
    }

    /** In transactions of so many mails, so that nobody waits for a large one. */
    int all(long now, Actor actor) {
        int repeated = 0;
        List<String> ids = next("", now);
        while (!ids.isEmpty()) {
            List<String> some = ids;
            repeated += jooq.write(db -> {
                int changed = repeat(db, some, now);
                if (changed > 0) {
                    audit.record(NewAuditEvent.of("mail.all-sent-again", actor)
                            .change("mails", null, Integer.toString(changed)));
                }
                return changed;
            });
            ids = next(some.get(some.size() - 1), now);
        }
        return repeated;
    }

    private List<String> next(String after, long now) {
        return jooq.read(db -> db.select(UD_MAIL.ID)
                .from(UD_MAIL)
                .where(mayGo(now))
                .and(UD_MAIL.ID.gt(after))
                .orderBy(UD_MAIL.ID)
                .limit(BATCH)
                .fetch(UD_MAIL.ID));
    }

    private static int repeat(DSLContext db, List<String> ids, long now) {
        var m = UD_MAIL;
        var c = UD_MAIL_CONTENT;
        int changed = db.update(m)
                .set(m.STATE, MailRows.word(MailState.WAITING))
                .set(m.DUE_AT, now)
                .set(m.UNFINISHED, 0)
                .set(m.SETTLED_AT, 0L)
                .set(m.FORGET_AT, MailRows.NEVER)
                .set(
                        m.TRY_UNTIL,
                        when(m.GOOD_UNTIL.eq(MailRows.NEVER), MailRows.tryUntil(MailRows.NEVER, now))
                                .otherwise(m.GOOD_UNTIL))
                .where(m.ID.in(ids))
                .and(mayGo(now))
                .execute();
        if (changed > 0) {
            db.update(c)
                    .set(c.KEEP_UNTIL, field(select(m.GOOD_UNTIL).from(m).where(m.ID.eq(c.MAIL_ID))))
                    .where(c.MAIL_ID.in(ids))
                    .execute();
        }
        return changed;
    }

    /** It failed, or waits for later; its words are still there, and good. */
    private static Condition mayGo(long now) {
        var m = UD_MAIL;
        Condition failed = m.STATE.eq(MailRows.word(MailState.FAILED));
        Condition waits = m.STATE
                .eq(MailRows.word(MailState.WAITING))
                .and(m.CLAIM.isNull())
                .and(m.DUE_AT.gt(now));
        return failed.or(waits)
                .and(m.GOOD_UNTIL.gt(now))
                .and(exists(selectOne().from(UD_MAIL_CONTENT).where(UD_MAIL_CONTENT.MAIL_ID.eq(m.ID))));
    }
}
