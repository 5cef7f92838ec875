package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * Who joined on a day of the asked time zone and is still there, imported users by the date that their file said.
 *
 * @param day which
 * @param from its first moment
 * @param to the first moment of the next day
 * @param count how many; empty if {@link Statistics#MOST_JOINED} joined since
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record JoinedUsers(LocalDate day, Instant from, Instant to, OptionalLong count) {}
