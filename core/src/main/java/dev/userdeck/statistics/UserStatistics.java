package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apiguardian.api.API;

/**
 * How many users there are now, how many of them joined and were active, and day by day. The windows of who was active begin at
 * whole minutes, as when a user was last seen is kept to the minute.
 *
 * @param at when it was asked
 * @param zone the time zone of the days of joining
 * @param users all of them, whatever their status
 * @param joined who joined on any of {@code joinedByDay}
 * @param activeInDay who was active in the 24 hours before
 * @param activeInWeek who was active in the 7 times 24 hours before
 * @param activeInMonth who was active in the 30 times 24 hours before
 * @param joinedByDay each day in {@code zone}, oldest first, today last
 * @param activity each of the last {@value Statistics#MOST_DAYS} days in UTC, oldest first, today last; today's is counted when
 *     asked where that is possible
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserStatistics(
        Instant at,
        ZoneId zone,
        UserFigure users,
        UserFigure joined,
        UserFigure activeInDay,
        UserFigure activeInWeek,
        UserFigure activeInMonth,
        List<JoinedUsers> joinedByDay,
        List<DailyStatistics> activity) {

    /** Keeps copies. */
    public UserStatistics {
        joinedByDay = List.copyOf(joinedByDay);
        activity = List.copyOf(activity);
    }
}
