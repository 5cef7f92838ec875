package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.panel.FilterValues;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.statistics.DailyStatistics;
import dev.userdeck.statistics.JoinedUsers;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.statistics.UserCounts;
import dev.userdeck.statistics.UserFigure;
import dev.userdeck.statistics.UserStatistics;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many users there are, join and are active; of all tenants together, so not for operators of some. */
final class OverviewApi {
    private static final Parameter<Integer> DAYS = Parameter.number("days", 7, Statistics.MOST_DAYS, 30);
    private static final Parameter<String> TIME_ZONE = Parameter.query("timeZone");
    /** What the figures of now are compared with is at most so long ago. */
    private static final int MONTH = 30;

    private final Userdeck userdeck;

    OverviewApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(Route.get("/overview")
                .summary("Count users now and by day")
                .permission(USERS_READ)
                .parameters(DAYS, TIME_ZONE)
                .refusesUnknown()
                .answers(200, Overview.class)
                .handle(this::read));
    }

    private Response read(Request<Void> request) {
        int days = request.require(DAYS);
        ZoneId zone = zone(request.get(TIME_ZONE));
        return Response.ok(Overview.of(userdeck.statistics().users(days, zone), days));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw FilterValues.refused(TIME_ZONE, "names a time zone that is known here, as Europe/Paris");
        }
    }

    /**
     * As sent. The days of {@code joinedByDay} are those of {@code timeZone}, the days of {@code activity} are UTC; both have the
     * oldest first, today last.
     */
    public record Overview(
            Instant at,
            String timeZone,
            Figure users,
            Figure joined,
            Figure activeInDay,
            Figure activeInWeek,
            Figure activeInMonth,
            @Nullable Long weekBefore,
            @Nullable Long monthBefore,
            List<JoinedDay> joinedByDay,
            List<ActiveDay> activity) {

        static Overview of(UserStatistics found, int days) {
            List<DailyStatistics> all = found.activity();
            UserCounts week = before(all, 7);
            UserCounts month = before(all, MONTH);
            return new Overview(
                    found.at(),
                    found.zone().equals(ZoneOffset.UTC) ? "UTC" : found.zone().getId(),
                    Figure.of(found.users()),
                    Figure.of(found.joined()),
                    Figure.of(found.activeInDay()),
                    Figure.of(found.activeInWeek()),
                    Figure.of(found.activeInMonth()),
                    week == null ? null : (Long) week.activeInWeek(),
                    month == null ? null : (Long) month.activeInMonth(),
                    found.joinedByDay().stream().map(JoinedDay::of).toList(),
                    IntStream.range(all.size() - days, all.size())
                            .mapToObj(at -> ActiveDay.of(all.get(at), at < days ? null : all.get(at - days)))
                            .toList());
        }

        private static @Nullable UserCounts before(List<DailyStatistics> all, int days) {
            return all.get(all.size() - 1 - days).counts().orElse(null);
        }
    }

    /**
     * A number of users; more than that, if not exact. The users list has them under the filters that are said here, of which
     * all users have none.
     */
    public record Figure(
            long count,
            boolean exact,
            Instant countedAt,
            @Nullable Instant joinedFrom,
            @Nullable Instant joinedTo,
            @Nullable Instant activeSince) {

        static Figure of(UserFigure figure) {
            return new Figure(
                    figure.count(),
                    figure.isExact(),
                    figure.countedAt(),
                    figure.filter().joinedFrom(),
                    figure.filter().joinedTo(),
                    figure.filter().activeSince());
        }
    }

    /** Who joined on one day, from its first moment to that of the next day; without {@code count} if they are too many. */
    public record JoinedDay(
            String day, Instant from, Instant to, @Nullable Long count) {

        static JoinedDay of(JoinedUsers day) {
            Long count = day.count().isPresent() ? (Long) day.count().getAsLong() : null;
            return new JoinedDay(day.day().toString(), day.from(), day.to(), count);
        }
    }

    /**
     * Who was active on one UTC day, as last counted on it; {@code countedAt} and the numbers are absent if nobody counted
     * then. {@code activeBefore} is of the day that was as many days before as are asked for.
     */
    public record ActiveDay(
            String day,
            @Nullable Instant countedAt,
            @Nullable Long active,
            @Nullable Long activeBefore,
            @Nullable Long activeInWeek,
            @Nullable Long activeInMonth) {

        static ActiveDay of(DailyStatistics day, @Nullable DailyStatistics earlier) {
            UserCounts counts = day.counts().orElse(null);
            UserCounts before = earlier == null ? null : earlier.counts().orElse(null);
            return new ActiveDay(
                    day.day().toString(),
                    counts == null ? null : counts.at(),
                    counts == null ? null : (Long) counts.activeToday(),
                    before == null ? null : (Long) before.activeToday(),
                    counts == null ? null : (Long) counts.activeInWeek(),
                    counts == null ? null : (Long) counts.activeInMonth());
        }
    }
}
