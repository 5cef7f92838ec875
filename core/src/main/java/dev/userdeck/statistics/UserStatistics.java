package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Users as they were last counted, and day by day.
 *
 * @param now the newest count
 * @param days each day, oldest first, today last
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserStatistics(UserCounts now, List<DailyStatistics> days) {

    /** Keeps a copy. */
    public UserStatistics {
        days = List.copyOf(days);
    }
}
