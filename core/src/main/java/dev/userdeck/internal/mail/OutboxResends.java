package dev.userdeck.internal.mail;

import static dev.userdeck.audit.AuditActions.MAIL_ALL_SENT_AGAIN;
import static dev.userdeck.audit.AuditActions.MAIL_SENT_AGAIN;
import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_CONTENT;
import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_MESSAGE;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static dev.userdeck.libs.org.jooq.impl.DSL.when;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.internal.jooq.tables.records.UdOutboxMessageRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.SendAgainResult;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.util.List;

/** Sends again what failed or waits, once somebody has mended what was in its way. */
final class OutboxResends {
    private static final int BATCH = 1_000;

    private final JooqDatabase jooq;
    private final AuditTrail audit;

    OutboxResends(JooqDatabase jooq, AuditTrail audit) {
        this.jooq = jooq;
        this.audit = audit;
    }

    SendAgainResult one(OutboxMessageId id, long now, Actor actor) {
        var m = UD_OUTBOX_MESSAGE;
        return jooq.write(db -> {
            UdOutboxMessageRecord row =
                    db.selectFrom(m).where(m.ID.eq(id.value())).fetchOne();
            if (row == null) {
                return new SendAgainResult.Unknown();
            }
            if (repeat(db, List.of(id.value()), now) == 1) {
                NewAuditEvent event = NewAuditEvent.of(MAIL_SENT_AGAIN, actor).target(row.getKind());
                audit.record(row.getUserId() == null ? event : event.user(new UserId(row.getUserId())));
                return new SendAgainResult.Waiting();
            }
            return switch (ConstantNames.parse(OutboxMessageState.class, row.getState())) {
                case WAITING -> new SendAgainResult.Waiting(); // it is due, or being sent
                case FAILED -> new SendAgainResult.TooOld();
                case SENT -> new SendAgainResult.AlreadySent();
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
                    audit.record(NewAuditEvent.of(MAIL_ALL_SENT_AGAIN, actor)
                            .change("mails", null, Integer.toString(changed)));
                }
                return changed;
            });
            ids = next(some.get(some.size() - 1), now);
        }
        return repeated;
    }

    private List<String> next(String after, long now) {
        return jooq.read(db -> db.select(UD_OUTBOX_MESSAGE.ID)
                .from(UD_OUTBOX_MESSAGE)
                .where(mayGo(now))
                .and(UD_OUTBOX_MESSAGE.ID.gt(after))
                .orderBy(UD_OUTBOX_MESSAGE.ID)
                .limit(BATCH)
                .fetch(UD_OUTBOX_MESSAGE.ID));
    }

    private static int repeat(DSLContext db, List<String> ids, long now) {
        var m = UD_OUTBOX_MESSAGE;
        var c = UD_OUTBOX_CONTENT;
        int changed = db.update(m)
                .set(m.STATE, ConstantNames.of(OutboxMessageState.WAITING))
                .set(m.NEXT_ATTEMPT_AT, now)
                .set(m.UNFINISHED_ATTEMPTS, 0)
                .set(m.SETTLED_AT, 0L)
                .set(m.PURGE_AT, OutboxQueue.NEVER)
                .set(
                        m.RETRY_UNTIL,
                        when(m.EXPIRES_AT.eq(OutboxQueue.NEVER), OutboxQueue.tryUntil(OutboxQueue.NEVER, now))
                                .otherwise(m.EXPIRES_AT))
                .where(m.ID.in(ids))
                .and(mayGo(now))
                .execute();
        if (changed > 0) {
            db.update(c)
                    .set(c.PURGE_AT, field(select(m.EXPIRES_AT).from(m).where(m.ID.eq(c.MESSAGE_ID))))
                    .where(c.MESSAGE_ID.in(ids))
                    .execute();
        }
        return changed;
    }

    /** It failed, or waits for later; its words are still there, and good. */
    private static Condition mayGo(long now) {
        var m = UD_OUTBOX_MESSAGE;
        Condition failed = m.STATE.eq(ConstantNames.of(OutboxMessageState.FAILED));
        Condition waits = m.STATE
                .eq(ConstantNames.of(OutboxMessageState.WAITING))
                .and(m.LEASE_HOLDER.isNull())
                .and(m.NEXT_ATTEMPT_AT.gt(now));
        return failed.or(waits)
                .and(m.EXPIRES_AT.gt(now))
                .and(exists(selectOne().from(UD_OUTBOX_CONTENT).where(UD_OUTBOX_CONTENT.MESSAGE_ID.eq(m.ID))));
    }
}
