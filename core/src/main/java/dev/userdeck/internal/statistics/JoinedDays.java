package dev.userdeck.internal.statistics;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.unquotedName;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.statistics.JoinedUsers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The last days of a time zone, and who joined on each: one walk along the index of {@code joined_at}, newest first, which ends
 * after so many. A day is the wall clock's: the offset from UTC is that of the moment.
 */
record JoinedDays(ZoneId zone, LocalDate first, LocalDate today) {
    private static final long DAY = 86_400_000;
    private static final Field<Long> AT = field(unquotedName("at_ms"), Long.class);
    private static final Field<Long> LOCAL = field(unquotedName("local_ms"), Long.class);

    static JoinedDays last(int days, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new JoinedDays(zone, today.minusDays(days - 1L), today);
    }

    Instant from() {
        return start(first);
    }

    Instant to() {
        return start(today.plusDays(1));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The days, oldest first; without a number those that begin before the oldest of {@code most} who joined. */
    List<JoinedUsers> count(DSLContext db, int most) {
        Map<LocalDate, Long> found = new TreeMap<>();
        var moments = select(UD_USER.JOINED_AT.as(AT))
                .from(UD_USER)
                .where(UD_USER.JOINED_AT.ge(from().toEpochMilli()))
                .and(UD_USER.JOINED_AT.lt(to().toEpochMilli()))
                .orderBy(UD_USER.JOINED_AT.desc())
                .limit(most + 1)
                .asTable(unquotedName("moments"));
        var days = select(local().as(LOCAL)).from(moments).asTable(unquotedName("days"));
        // not a bind value: an engine must see that both places say the same
        Field<Long> day = LOCAL.sub(LOCAL.mod(inline(DAY)));
        db.select(day, DSL.count())
                .from(days)
                .groupBy(day)
                .forEach(row -> found.put(
                        LocalDate.ofEpochDay(row.value1() / DAY), row.value2().longValue()));
        boolean isAll = found.values().stream().mapToLong(number -> number).sum() <= most;
        LocalDate oldest = found.keySet().stream().findFirst().orElse(first);
        return first.datesUntil(today.plusDays(1))
                .map(date -> new JoinedUsers(
                        date,
                        start(date),
                        start(date.plusDays(1)),
                        isAll || date.isAfter(oldest)
                                ? OptionalLong.of(found.getOrDefault(date, 0L))
                                : OptionalLong.empty()))
                .toList();
    }

    /** What the wall clock showed, as if it were UTC. */
    private Field<Long> local() {
        NavigableMap<Long, Long> changes = changes();
        if (changes.isEmpty()) {
            return AT.add(inline(offset(from())));
        }
        Field<Long> offset = inline(offset(to()));
        for (var change : changes.descendingMap().entrySet()) {
            offset = DSL.when(AT.lt(inline(change.getKey())), inline(change.getValue()))
                    .otherwise(offset);
        }
        return AT.add(offset);
    }

    /** When the offset changes between the two ends, and what it was until then. */
    private NavigableMap<Long, Long> changes() {
        var changes = new TreeMap<Long, Long>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(from());
        while (next != null && next.getInstant().isBefore(to())) {
            changes.put(next.getInstant().toEpochMilli(), next.getOffsetBefore().getTotalSeconds() * 1000L);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    private long offset(Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds() * 1000L;
    }
}
