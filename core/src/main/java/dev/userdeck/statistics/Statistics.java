package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.ZoneId;
import org.apiguardian.api.API;

/**
 * The numbers of users who are there, join, and are active, in all tenants. What can be counted at once is counted when it is
 * asked for, within a bound; how many were active on a past day, a background job counted on that day, every 5 minutes. Safe
 * for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Statistics {
    /** Of how many days one can ask at once. */
    int MOST_DAYS = 366;

    /** Up to how many users are counted when asked; beyond that, figures are those of the background job. */
    int MOST_COUNTED = 10_000;

    /** Up to how many who joined are counted, newest first. */
    int MOST_JOINED = 500_000;

    /**
     * The figures of now and of the last days.
     *
     * @param days of how many to count who joined, 1 to {@value #MOST_DAYS}, today included
     * @param zone whose midnights the days of joining begin at; the days of activity are UTC whatever it is
     * @throws IllegalArgumentException if {@code days} is out of bounds
     */
    UserStatistics users(int days, ZoneId zone);
}
