package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A second factor of a built-in operator, without its secret.
 *
 * @param id stable
 * @param kind what it is
 * @param name what its operator calls it
 * @param createdAt when it was added
 * @param lastUsedAt null for never
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OperatorFactor(
        String id,
        FactorKind kind,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
