package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * The numbers of users at one moment. Active is who signed in or used a session here; what an imported file said of when somebody
 * was last seen doesn't count.
 *
 * @param at when they were counted
 * @param users how many there are, whatever their status
 * @param activeToday how many were active since midnight UTC
 * @param activeInDay how many were active in the 24 hours before
 * @param activeInWeek how many were active in the 7 times 24 hours before
 * @param activeInMonth how many were active in the 30 times 24 hours before
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserCounts(
        Instant at, long users, long activeToday, long activeInDay, long activeInWeek, long activeInMonth) {}
