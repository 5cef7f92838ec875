package dev.userdeck.internal.statistics;

import static dev.userdeck.internal.jooq.Tables.UD_DAILY_STATISTICS;
import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.jooq.tables.records.UdDailyStatisticsRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.statistics.DailyStatistics;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.statistics.UserCounts;
import dev.userdeck.statistics.UserStatistics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts along two indexes in the background, keeps a row a day, and answers from these rows. */
public final class JooqStatistics implements Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(JooqStatistics.class);
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final JooqDatabase jooq;
    private final Clock clock;

    /** Creates it. */
    public JooqStatistics(JooqDatabase jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    @Override
    public Optional<UserStatistics> users(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days is 1 to %d, not %d".formatted(MOST_DAYS, days));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(days - 1L);
        NavigableMap<Long, UdDailyStatisticsRecord> rows = jooq.read(db -> rows(db, start(first), start(today)));
        return rows.descendingMap().values().stream()
                .filter(row -> row.getCountedAt() > 0)
                .findFirst()
                .map(newest -> new UserStatistics(
                        counts(newest),
                        first.datesUntil(today.plusDays(1))
                                .map(day -> daily(day, rows.get(start(day))))
                                .toList()));
    }

    private static DailyStatistics daily(LocalDate day, @Nullable UdDailyStatisticsRecord row) {
        if (row == null) {
            return new DailyStatistics(day, 0, Optional.empty());
        }
        return new DailyStatistics(
                day,
                row.getJoined(),
                Optional.of(row).filter(r -> r.getCountedAt() > 0).map(JooqStatistics::counts));
    }

    private static UserCounts counts(UdDailyStatisticsRecord row) {
        return new UserCounts(
                Instant.ofEpochMilli(row.getCountedAt()),
                row.getUserCount(),
                row.getActiveDay(),
                row.getActiveWeek(),
                row.getActiveMonth());
    }

    /**
     * Counts. The first run of a day looks at all days again, as users who joined long ago may have been imported or
     * deleted since; the others look at today and yesterday.
     */
    public void count() {
        Instant at = clock.instant();
        long today = at.toEpochMilli() - at.toEpochMilli() % DAY;
        long from = today - DAY * (isCounted(today) ? 1 : MOST_DAYS - 1);
        Map<Long, Long> joined = jooq.read(db -> joined(db, from, today + DAY));
        UserCounts now = jooq.read(db -> counted(db, at, today));
        try {
            jooq.write(db -> {
                write(db, today, rows(db, from, today), joined);
                return db.update(UD_DAILY_STATISTICS)
                        .set(UD_DAILY_STATISTICS.USER_COUNT, now.users())
                        .set(UD_DAILY_STATISTICS.ACTIVE_DAY, now.activeToday())
                        .set(UD_DAILY_STATISTICS.ACTIVE_WEEK, now.activeInWeek())
                        .set(UD_DAILY_STATISTICS.ACTIVE_MONTH, now.activeInMonth())
                        .set(UD_DAILY_STATISTICS.COUNTED_AT, now.at().toEpochMilli())
                        .where(UD_DAILY_STATISTICS.STARTS_AT.eq(today))
                        .execute();
            });
        } catch (UniqueViolationException e) {
            LOG.debug("Another node has just counted the users");
        }
    }

    private boolean isCounted(long day) {
        return jooq.read(db -> db.fetchExists(
                UD_DAILY_STATISTICS, UD_DAILY_STATISTICS.STARTS_AT.eq(day).and(UD_DAILY_STATISTICS.COUNTED_AT.gt(0L))));
    }

    /** How many users joined, by the start of the day; one walk along the index. */
    private static Map<Long, Long> joined(DSLContext db, long from, long to) {
        Field<Long> at = UD_USER.JOINED_AT;
        // not a bind value: an engine must see that both places say the same
        Field<Long> day = at.sub(at.mod(DSL.inline(DAY)));
        return db.select(day.as("starts_at"), DSL.count())
                .from(UD_USER)
                .where(at.ge(from))
                .and(at.lt(to))
                .groupBy(day)
                .fetch()
                .intoMap(row -> row.value1(), row -> row.value2().longValue());
    }

    /** Two walks: one over all users, one along the index of when they were last seen. */
    private static UserCounts counted(DSLContext db, Instant now, long today) {
        Field<Long> seen = UD_USER.LAST_SEEN_AT;
        long at = now.toEpochMilli();
        long users = db.fetchCount(UD_USER);
        var active = db.select(
                        DSL.count().filterWhere(seen.ge(today)),
                        DSL.count().filterWhere(seen.gt(at - 7 * DAY)),
                        DSL.count())
                .from(UD_USER)
                .where(seen.gt(at - 30 * DAY))
                .fetchSingle();
        return new UserCounts(now, users, active.value1(), active.value2(), active.value3());
    }

    /** Writes what differs; today always gets a row. */
    private static void write(
            DSLContext db, long today, NavigableMap<Long, UdDailyStatisticsRecord> rows, Map<Long, Long> joined) {
        var d = UD_DAILY_STATISTICS;
        rows.forEach((day, row) -> {
            long number = joined.getOrDefault(day, 0L);
            if (row.getJoined() != number) {
                db.update(d).set(d.JOINED, number).where(d.STARTS_AT.eq(day)).execute();
            }
        });
        var days = new TreeSet<>(joined.keySet());
        days.add(today);
        days.removeAll(rows.keySet());
        if (days.isEmpty()) {
            return;
        }
        var insert = db.insertInto(
                d, d.STARTS_AT, d.JOINED, d.USER_COUNT, d.ACTIVE_DAY, d.ACTIVE_WEEK, d.ACTIVE_MONTH, d.COUNTED_AT);
        for (long day : days) {
            insert = insert.values(day, joined.getOrDefault(day, 0L), 0L, 0L, 0L, 0L, 0L);
        }
        insert.execute();
    }

    private static NavigableMap<Long, UdDailyStatisticsRecord> rows(DSLContext db, long from, long to) {
        return new TreeMap<>(db.selectFrom(UD_DAILY_STATISTICS)
                .where(UD_DAILY_STATISTICS.STARTS_AT.between(from, to))
                .fetchMap(UD_DAILY_STATISTICS.STARTS_AT));
    }

    private static long start(LocalDate day) {
        return day.toEpochDay() * DAY;
    }
}
