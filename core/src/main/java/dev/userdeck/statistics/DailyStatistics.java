package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.LocalDate;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Users as they were counted on one day, which begins at midnight UTC.
 *
 * @param day which
 * @param counts the last count of that day, up to 5 minutes before its end; empty if nobody counted
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DailyStatistics(LocalDate day, Optional<UserCounts> counts) {}
