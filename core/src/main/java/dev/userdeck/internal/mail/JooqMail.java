package dev.userdeck.internal.mail;

import static dev.userdeck.internal.jooq.Tables.UD_MAIL;
import static dev.userdeck.internal.jooq.Tables.UD_MAIL_CONTENT;
import static org.jooq.impl.DSL.noCondition;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdMailRecord;
import dev.userdeck.internal.paging.Cursors;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.storage.Sweep;
import dev.userdeck.mail.Email;
import dev.userdeck.mail.Mail;
import dev.userdeck.mail.MailId;
import dev.userdeck.mail.MailOutlet;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.NewMail;
import dev.userdeck.mail.OutgoingMail;
import dev.userdeck.mail.SendAgainResult;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailTemplates;
import dev.userdeck.paging.Paged;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The outbox on jOOQ. Sending is {@link MailDelivery}'s. */
public final class JooqMail implements Mail {
    private static final int MAX_PAGE = 100;
    private static final Comparator<UdMailRecord> BY_ID = Comparator.comparing(UdMailRecord::getId);
    private static final String NOWHERE = "Mail goes nowhere: call emailSender(…) or logMailLinks() of the builder";

    private final Jooq jooq;
    private final Clock clock;
    private final Ids ids;
    private final MailOutlet outlet;
    private final MailTemplates templates;
    private final Consumer<Boolean> wake;
    private final MailRows rows;
    private final MailRepeats repeats;
    private final @Nullable MailDelivery delivery;

    /**
     * Creates it.
     *
     * @param sender null when mail goes nowhere
     * @param wake asks for {@link #deliver} soon; with true when what was written is committed
     */
    public JooqMail(
            Jooq jooq,
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
        this.rows = new MailRows(jooq);
        this.repeats = new MailRepeats(jooq, audit);
        this.outlet = outlet(sender);
        this.delivery = sender == null ? null : new MailDelivery(jooq, rows, clock, ids, sender);
    }

    private static MailOutlet outlet(@Nullable EmailSender sender) {
        if (sender == null) {
            return MailOutlet.NONE;
        }
        return sender instanceof LogSender ? MailOutlet.LOG : MailOutlet.SENDER;
    }

    @Override
    public MailOutlet outlet() {
        return outlet;
    }

    @Override
    public Optional<MailId> send(NewMail mail) {
        if (outlet == MailOutlet.NONE) {
            return Optional.empty();
        }
        Email email = templates.render(mail);
        String id = ids.next();
        jooq.write(db -> {
            rows.insert(db, id, mail, email, clock.millis());
            return id;
        });
        wake();
        return Optional.of(new MailId(id));
    }

    @Override
    public Optional<OutgoingMail> find(MailId id) {
        return jooq.read(
                db -> db.selectFrom(UD_MAIL).where(UD_MAIL.ID.eq(id.value())).fetchOptional(JooqMail::toMail));
    }

    @Override
    public Optional<OutgoingMail> latest(UserId user, String kind) {
        var m = UD_MAIL;
        return jooq.read(db -> db.selectFrom(m)
                .where(m.USER_ID.eq(user.value()))
                .and(m.KIND.eq(kind))
                .orderBy(m.ID.desc())
                .limit(1)
                .fetchOptional(JooqMail::toMail));
    }

    @Override
    public SendAgainResult sendAgain(MailId id, Actor actor) {
        if (outlet == MailOutlet.NONE) {
            throw new IllegalStateException(NOWHERE);
        }
        SendAgainResult result = repeats.one(id, clock.millis(), actor);
        if (result == SendAgainResult.WAITING) {
            wake();
        }
        return result;
    }

    @Override
    public int sendAllAgain(Actor actor) {
        if (outlet == MailOutlet.NONE) {
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
    public Paged<OutgoingMail> list(Set<MailState> states, int size, @Nullable String cursor) {
        if (size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE + " mails: " + size);
        }
        var m = UD_MAIL;
        String fingerprint = "mail/" + new TreeSet<>(states);
        Cursors.Decoded from = cursor == null ? null : Cursors.decode(fingerprint, cursor, 1);
        boolean backwards = from != null && from.backwards();
        // each state by itself is in the order of an index
        List<UdMailRecord> found = states.stream()
                .flatMap(state -> jooq
                        .read(db -> db.selectFrom(m)
                                .where(m.STATE.eq(MailRows.word(state)))
                                .and(isBeyond(from))
                                .orderBy(backwards ? m.ID.asc() : m.ID.desc())
                                .limit(size + 1)
                                .fetch())
                        .stream())
                .sorted(backwards ? BY_ID : BY_ID.reversed())
                .limit(size + 1L)
                .toList();
        Paged<UdMailRecord> page = Cursors.page(fingerprint, from, size, found, row -> new String[] {row.getId()});
        return page.map(JooqMail::toMail);
    }

    private static Condition isBeyond(Cursors.@Nullable Decoded from) {
        if (from == null) {
            return noCondition();
        }
        return from.backwards() ? UD_MAIL.ID.gt(from.text(0)) : UD_MAIL.ID.lt(from.text(0));
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
        return Sweep.ended(jooq, UD_MAIL_CONTENT.MAIL_ID, UD_MAIL_CONTENT.KEEP_UNTIL, now, batch)
                + Sweep.ended(jooq, UD_MAIL.ID, UD_MAIL.FORGET_AT, now, batch);
    }

    /** Begins no other mail. */
    public void close() {
        if (delivery != null) {
            delivery.close();
        }
    }

    private static OutgoingMail toMail(UdMailRecord row) {
        MailState state = MailRows.state(row.getState());
        boolean waiting = state == MailState.WAITING;
        return new OutgoingMail(
                new MailId(row.getId()),
                row.getKind(),
                row.getRecipient(),
                row.getUserId() == null ? null : new UserId(row.getUserId()),
                state,
                row.getTries(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                waiting ? Instant.ofEpochMilli(row.getDueAt()) : null,
                waiting ? null : Instant.ofEpochMilli(row.getSettledAt()),
                row.getLastAnswer());
    }
}
