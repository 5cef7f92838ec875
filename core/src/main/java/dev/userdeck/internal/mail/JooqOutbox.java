package dev.userdeck.internal.mail;

import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_CONTENT;
import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_MESSAGE;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdOutboxMessageRecord;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.mail.SendAgainResult;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import dev.userdeck.paging.Page;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The outbox on jOOQ. Sending is {@link OutboxDelivery}'s. */
public final class JooqOutbox implements Outbox {
    private static final String NOWHERE = "Mail goes nowhere: call emailSender(…) or logMailLinks() of the builder";

    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final MailDelivery outlet;
    private final MailTemplates templates;
    private final Consumer<Boolean> wake;
    private final OutboxQueue rows;
    private final OutboxList lists;
    private final OutboxResends repeats;
    private final @Nullable OutboxDelivery delivery;

    /**
     * Creates it.
     *
     * @param sender null when mail goes nowhere
     * @param wake asks for {@link #deliver} soon; with true when what was written is committed
     */
    public JooqOutbox(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            AuditTrail audit,
            @Nullable EmailSender sender,
            MailTemplates templates,
            Consumer<Boolean> wake) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.templates = templates;
        this.wake = wake;
        this.rows = new OutboxQueue(jooq);
        this.lists = new OutboxList(jooq);
        this.repeats = new OutboxResends(jooq, audit);
        this.outlet = outlet(sender);
        this.delivery = sender == null ? null : new OutboxDelivery(jooq, rows, clock, ids, sender);
    }

    private static MailDelivery outlet(@Nullable EmailSender sender) {
        if (sender == null) {
            return MailDelivery.NONE;
        }
        return sender instanceof LogSender ? MailDelivery.LOG : MailDelivery.SENDER;
    }

    @Override
    public MailDelivery delivery() {
        return outlet;
    }

    @Override
    public Optional<OutboxMessageId> send(NewEmail mail) {
        if (outlet == MailDelivery.NONE) {
            return Optional.empty();
        }
        EmailMessage email = templates.render(mail);
        String id = ids.next();
        jooq.write(db -> {
            rows.insert(db, id, mail, email, clock.millis());
            return id;
        });
        wake();
        return Optional.of(new OutboxMessageId(id));
    }

    @Override
    public Optional<OutboxMessage> find(OutboxMessageId id) {
        return jooq.read(db -> db.selectFrom(UD_OUTBOX_MESSAGE)
                .where(UD_OUTBOX_MESSAGE.ID.eq(id.value()))
                .fetchOptional(JooqOutbox::toMail));
    }

    @Override
    public Optional<OutboxMessage> latest(UserId user, String kind) {
        var m = UD_OUTBOX_MESSAGE;
        return jooq.read(db -> db.selectFrom(m)
                .where(m.USER_ID.eq(user.value()))
                .and(m.KIND.eq(kind))
                .orderBy(m.ID.desc())
                .limit(1)
                .fetchOptional(JooqOutbox::toMail));
    }

    @Override
    public SendAgainResult sendAgain(OutboxMessageId id, Actor actor) {
        if (outlet == MailDelivery.NONE) {
            throw new IllegalStateException(NOWHERE);
        }
        SendAgainResult result = repeats.one(id, clock.millis(), actor);
        if (result instanceof SendAgainResult.Waiting) {
            wake();
        }
        return result;
    }

    @Override
    public int sendAllAgain(Actor actor) {
        if (outlet == MailDelivery.NONE) {
            throw new IllegalStateException(NOWHERE);
        }
        int again = repeats.all(clock.millis(), actor);
        if (again > 0) {
            wake();
        }
        return again;
    }

    private void wake() {
        if (!jooq.afterCommit(() -> wake.accept(true))) {
            wake.accept(false);
        }
    }

    @Override
    public Page<OutboxMessage> list(OutboxQuery query) {
        return lists.page(query).map(JooqOutbox::toMail);
    }

    /** Sends what is due. */
    public void deliver() {
        if (delivery != null) {
            delivery.run();
        }
    }

    /**
     * Removes what was sent or given up long ago, and words that are no longer good, in transactions of at most {@code batch} rows.
     *
     * @return how many rows went
     */
    public int sweep(int batch) {
        long now = clock.millis();
        return ExpiredRows.ended(jooq, UD_OUTBOX_CONTENT.MESSAGE_ID, UD_OUTBOX_CONTENT.PURGE_AT, now, batch)
                + ExpiredRows.ended(jooq, UD_OUTBOX_MESSAGE.ID, UD_OUTBOX_MESSAGE.PURGE_AT, now, batch);
    }

    /** Begins no other mail. */
    public void close() {
        if (delivery != null) {
            delivery.close();
        }
    }

    private static OutboxMessage toMail(UdOutboxMessageRecord row) {
        OutboxMessageState state = ConstantNames.parse(OutboxMessageState.class, row.getState());
        boolean waiting = state == OutboxMessageState.WAITING;
        return new OutboxMessage(
                new OutboxMessageId(row.getId()),
                row.getKind(),
                row.getRecipient(),
                row.getUserId() == null ? null : new UserId(row.getUserId()),
                state,
                row.getAttempts(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                waiting ? Instant.ofEpochMilli(row.getNextAttemptAt()) : null,
                waiting ? null : Instant.ofEpochMilli(row.getSettledAt()),
                row.getLastError());
    }
}
