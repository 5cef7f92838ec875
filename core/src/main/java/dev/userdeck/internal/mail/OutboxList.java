package dev.userdeck.internal.mail;

import static dev.userdeck.internal.jooq.Tables.UD_OUTBOX_MESSAGE;
import static dev.userdeck.libs.org.jooq.impl.DSL.escape;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;

import dev.userdeck.internal.jooq.tables.records.UdOutboxMessageRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.text.ConstantNames;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Pages of the outbox. Each of its statements reads the rows in the order of an index, or few rows. */
final class OutboxList {
    private static final Comparator<UdOutboxMessageRecord> BY_ID = Comparator.comparing(UdOutboxMessageRecord::getId);
    private static final int STATES = OutboxMessageState.values().length;

    private final JooqDatabase jooq;

    OutboxList(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    Page<UdOutboxMessageRecord> page(OutboxQuery query) {
        var m = UD_OUTBOX_MESSAGE;
        var states = new TreeSet<>(query.states());
        String start = query.recipient() == null ? "" : EmailAddress.typed(query.recipient());
        String user = query.user() == null ? "" : query.user().value();
        Cursor from = Cursor.read("mail/" + states + "/" + user + "/" + start, query.cursor(), 1);
        Condition narrowed = beyond(from)
                .and(query.user() == null ? noCondition() : m.USER_ID.eq(user))
                .and(start.isEmpty() ? noCondition() : m.RECIPIENT_KEY.like(escape(start, '!') + "%", '!'));
        boolean few = query.user() != null || !start.isEmpty();
        Comparator<UdOutboxMessageRecord> order = from.isBackwards() ? BY_ID : BY_ID.reversed();
        List<UdOutboxMessageRecord> found = asked(states, few)
                .flatMap(some -> rows(narrowed.and(isIn(some)), from, query.size() + 1))
                .sorted(order)
                .limit(query.size() + 1L)
                .toList();
        return from.page(found, query.size(), row -> List.of(row.getId()));
    }

    /** Some states of many mails are asked for each by itself: so each is in the order of an index. */
    private static Stream<Set<OutboxMessageState>> asked(Set<OutboxMessageState> states, boolean few) {
        return few || states.size() == STATES
                ? Stream.of(states)
                : states.stream().map(Set::of);
    }

    private Stream<UdOutboxMessageRecord> rows(Condition which, Cursor from, int most) {
        var m = UD_OUTBOX_MESSAGE;
        return jooq
                .read(db -> db.selectFrom(m)
                        .where(which)
                        .orderBy(from.isBackwards() ? m.ID.asc() : m.ID.desc())
                        .limit(most)
                        .fetch())
                .stream();
    }

    private static Condition isIn(Set<OutboxMessageState> states) {
        if (states.size() == STATES) {
            return noCondition();
        }
        return UD_OUTBOX_MESSAGE.STATE.in(states.stream().map(ConstantNames::of).toList());
    }

    private static Condition beyond(Cursor from) {
        if (!from.hasKey()) {
            return noCondition();
        }
        return from.isBackwards() ? UD_OUTBOX_MESSAGE.ID.gt(from.text(0)) : UD_OUTBOX_MESSAGE.ID.lt(from.text(0));
    }
}
