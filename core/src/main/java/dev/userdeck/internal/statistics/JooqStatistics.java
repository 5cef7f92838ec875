package dev.userdeck.internal.statistics;

import static dev.userdeck.internal.jooq.Tables.UD_DAILY_STATISTICS;
import static dev.userdeck.internal.statistics.ActiveWindows.DAY;

import dev.userdeck.internal.jooq.tables.records.UdDailyStatisticsRecord;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.statistics.DailyStatistics;
import dev.userdeck.statistics.JoinedUsers;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.statistics.UserCounts;
import dev.userdeck.statistics.UserFigure;
import dev.userdeck.statistics.UserStatistics;
import dev.userdeck.user.UserFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts when asked what ends now, within a bound, and keeps a row a day of what can't be counted once the day is over: see
 * docs/adr/0035.
 */
public final class JooqStatistics implements Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(JooqStatistics.class);

    /** How old a count of the background job may be to stand for now. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final int mostCounted;
    private final int mostJoined;

    /** Creates it. */
    public JooqStatistics(JooqDatabase jooq, Clock clock) {
        this(jooq, clock, MOST_COUNTED, MOST_JOINED);
    }

    JooqStatistics(JooqDatabase jooq, Clock clock, int mostCounted, int mostJoined) {
        this.jooq = jooq;
        this.clock = clock;
        this.mostCounted = mostCounted;
        this.mostJoined = mostJoined;
    }

    @Override
    public UserStatistics users(int days, ZoneId zone) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days is 1 to %d, not %d".formatted(MOST_DAYS, days));
        }
        Instant now = clock.instant();
        JoinedDays joined = JoinedDays.last(days, now, Objects.requireNonNull(zone, "zone"));
        return jooq.read(db -> users(db, now, joined));
    }

    private UserStatistics users(DSLContext db, Instant now, JoinedDays joined) {
        var windows = ActiveWindows.before(now);
        ActiveWindows.Counted counted = windows.count(db, mostCounted);
        List<JoinedUsers> joinedByDay = joined.count(db, mostJoined);
        NavigableMap<Long, UserCounts> rows = rows(db, windows.today() - (MOST_DAYS - 1) * DAY, windows.today());
        UserCounts recent = recent(rows, now);
        UserFilter all = UserFilter.none();
        return new UserStatistics(
                now,
                joined.zone(),
                figure(counted.users(), now, all, recent, UserCounts::users),
                joined(joinedByDay, now, all.joined(joined.from(), joined.to())),
                figure(counted.inDay(), now, all.activeSince(windows.day()), recent, UserCounts::activeInDay),
                figure(counted.inWeek(), now, all.activeSince(windows.week()), recent, UserCounts::activeInWeek),
                figure(counted.inMonth(), now, all.activeSince(windows.month()), recent, UserCounts::activeInMonth),
                joinedByDay,
                activity(windows, rows, counted.isAll(mostCounted) ? counted.counts(now) : null));
    }

    private static @Nullable UserCounts recent(NavigableMap<Long, UserCounts> rows, Instant now) {
        return Optional.ofNullable(rows.lastEntry())
                .map(Map.Entry::getValue)
                .filter(counts -> counts.at().isAfter(now.minus(RECENT)))
                .orElse(null);
    }

    private UserFigure figure(
            long counted, Instant now, UserFilter filter, @Nullable UserCounts recent, ToLongFunction<UserCounts> of) {
        if (counted <= mostCounted) {
            return new UserFigure(counted, true, now, filter);
        }
        if (recent != null && of.applyAsLong(recent) > mostCounted) {
            return new UserFigure(of.applyAsLong(recent), true, recent.at(), filter);
        }
        return new UserFigure(mostCounted, false, now, filter);
    }

    private static UserFigure joined(List<JoinedUsers> days, Instant now, UserFilter filter) {
        long count = days.stream().mapToLong(day -> day.count().orElse(0)).sum();
        boolean isExact = days.stream().allMatch(day -> day.count().isPresent());
        return new UserFigure(count, isExact, now, filter);
    }

    /** Today's as just counted, if it could be. */
    private static List<DailyStatistics> activity(
            ActiveWindows windows, NavigableMap<Long, UserCounts> rows, @Nullable UserCounts now) {
        LocalDate today = LocalDate.ofEpochDay(windows.today() / DAY);
        return today.minusDays(MOST_DAYS - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> new DailyStatistics(
                        day,
                        Optional.ofNullable(day.equals(today) && now != null ? now : rows.get(day.toEpochDay() * DAY))))
                .toList();
    }

    private static NavigableMap<Long, UserCounts> rows(DSLContext db, long from, long to) {
        var rows = new TreeMap<Long, UserCounts>();
        db.selectFrom(UD_DAILY_STATISTICS)
                .where(UD_DAILY_STATISTICS.STARTS_AT.between(from, to))
                .forEach(row -> rows.put(row.getStartsAt(), counts(row)));
        return rows;
    }

    private static UserCounts counts(UdDailyStatisticsRecord row) {
        return new UserCounts(
                Instant.ofEpochMilli(row.getCountedAt()),
                row.getUserCount(),
                row.getActiveToday(),
                row.getActiveInDay(),
                row.getActiveInWeek(),
                row.getActiveInMonth());
    }

    /** Counts all users and who is active, and keeps it as what was last counted today. */
    public void count() {
        Instant now = clock.instant();
        var windows = ActiveWindows.before(now);
        ActiveWindows.Counted counted = jooq.read(windows::countAll);
        var row = new UdDailyStatisticsRecord();
        row.setStartsAt(windows.today());
        row.setUserCount(counted.users());
        row.setActiveToday(counted.today());
        row.setActiveInDay(counted.inDay());
        row.setActiveInWeek(counted.inWeek());
        row.setActiveInMonth(counted.inMonth());
        row.setCountedAt(now.toEpochMilli());
        try {
            jooq.write(db -> isUpdated(db, row)
                    || db.insertInto(UD_DAILY_STATISTICS).set(row).execute() == 1);
        } catch (UniqueViolationException e) {
            LOG.debug("Another node has just counted the users");
        }
    }

    private static boolean isUpdated(DSLContext db, UdDailyStatisticsRecord row) {
        return db.update(UD_DAILY_STATISTICS)
                        .set(row)
                        .where(UD_DAILY_STATISTICS.STARTS_AT.eq(row.getStartsAt()))
                        .execute()
                == 1;
    }
}
