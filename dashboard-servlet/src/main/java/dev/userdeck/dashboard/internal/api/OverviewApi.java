package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.statistics.DailyStatistics;
import dev.userdeck.statistics.Statistics;
import dev.userdeck.statistics.UserCounts;
import dev.userdeck.statistics.UserStatistics;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many users there are, join and are active; of all tenants together, so not for operators of some. */
final class OverviewApi {
    private static final Parameter<Integer> DAYS = Parameter.number("days", 7, Statistics.MOST_DAYS, 30);
    /** What the figures of now are compared with is at most so long ago. */
    private static final int MONTH = 30;

    private final Userdeck userdeck;

    OverviewApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(Route.get("/overview")
                .summary("Count users by day")
                .permission(USERS_READ)
                .parameters(DAYS)
                .answers(200, Overview.class)
                .handle(this::read));
    }

    private Response read(Request<Void> request) {
        int days = request.require(DAYS);
        return Response.ok(userdeck.statistics()
                .users(Math.min(Statistics.MOST_DAYS, Math.max(2 * days, MONTH + 1)))
                .map(statistics -> Overview.of(statistics, days))
                .orElseGet(() -> new Overview(null, List.of())));
    }

    /** As sent; without {@code now} as long as nothing is counted. Days are UTC, the oldest first, today last. */
    public record Overview(@Nullable OverviewNow now, List<OverviewDay> days) {

        static Overview of(UserStatistics statistics, int days) {
            List<DailyStatistics> all = statistics.days();
            return new Overview(
                    OverviewNow.of(statistics.now(), before(all, 7), before(all, MONTH)),
                    IntStream.range(all.size() - days, all.size())
                            .mapToObj(at -> OverviewDay.of(all.get(at), at < days ? null : all.get(at - days)))
                            .toList());
        }

        private static @Nullable UserCounts before(List<DailyStatistics> all, int days) {
            return all.get(all.size() - 1 - days).counts().orElse(null);
        }
    }

    /** The newest count; {@code weekBefore} and {@code monthBefore} as counted 7 and 30 days ago, if somebody did. */
    public record OverviewNow(
            Instant at,
            long users,
            long activeToday,
            long activeInWeek,
            long activeInMonth,
            @Nullable Long weekBefore,
            @Nullable Long monthBefore) {

        static OverviewNow of(UserCounts now, @Nullable UserCounts weekAgo, @Nullable UserCounts monthAgo) {
            return new OverviewNow(
                    now.at(),
                    now.users(),
                    now.activeToday(),
                    now.activeInWeek(),
                    now.activeInMonth(),
                    weekAgo == null ? null : (Long) weekAgo.activeInWeek(),
                    monthAgo == null ? null : (Long) monthAgo.activeInMonth());
        }
    }

    /**
     * One day; {@code active} and the like are absent if nobody counted then. {@code activeBefore} is of the day that was
     * as many days before as are asked for.
     */
    public record OverviewDay(
            String day,
            long joined,
            @Nullable Long active,
            @Nullable Long activeBefore,
            @Nullable Long activeInWeek,
            @Nullable Long activeInMonth) {

        static OverviewDay of(DailyStatistics day, @Nullable DailyStatistics earlier) {
            UserCounts counts = day.counts().orElse(null);
            UserCounts before = earlier == null ? null : earlier.counts().orElse(null);
            return new OverviewDay(
                    day.day().toString(),
                    day.joined(),
                    counts == null ? null : (Long) counts.activeToday(),
                    before == null ? null : (Long) before.activeToday(),
                    counts == null ? null : (Long) counts.activeInWeek(),
                    counts == null ? null : (Long) counts.activeInMonth());
        }
    }
}
