package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A session of a built-in operator.
 *
 * @param id names it in lists; opens nothing
 * @param operator whose it is
 * @param createdAt when it began
 * @param lastUsedAt to the minute
 * @param provedAt when the operator last gave the password in it, and the code of a second factor with it
 * @param secondFactorAt when a second factor was first given in it, or added; null for an operator who has none
 * @param ip the client's address as it began, null when not known
 * @param userAgent what the client said it was as it began, null when not known
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OperatorSession(
        String id,
        Operator operator,
        Instant createdAt,
        Instant lastUsedAt,
        Instant provedAt,
        @Nullable Instant secondFactorAt,
        @Nullable String ip,
        @Nullable String userAgent) {}
