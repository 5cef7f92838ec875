package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The numbers of users who are there, join, and are active, in all tenants. A background job counts every 5 minutes;
 * asking reads what it wrote, so that it is cheap with any number of users. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Statistics {
    /** Of how many days one can ask at once. */
    int MOST_DAYS = 366;

    /**
     * The figures of the last days.
     *
     * @param days 1 to {@value #MOST_DAYS}, today included; days are UTC
     * @return empty if none of these days was counted, as before the first run of the job
     * @throws IllegalArgumentException if {@code days} is out of bounds
     */
    Optional<UserStatistics> users(int days);
}
