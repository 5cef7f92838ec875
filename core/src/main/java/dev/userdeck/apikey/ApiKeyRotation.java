package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * How a key is rotated. Start with {@link #defaults}.
 *
 * @param overlap how long the secret before stays good; zero to end it at once
 * @param lifetime how long the new one is good
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ApiKeyRotation(Duration overlap, Duration lifetime) {

    /** Checks that both are there. */
    public ApiKeyRotation {
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(lifetime, "lifetime");
    }

    /** With {@link ApiKeyLimits#DEFAULT_OVERLAP} and {@link ApiKeyLimits#DEFAULT_LIFETIME}. */
    public static ApiKeyRotation defaults() {
        return new ApiKeyRotation(ApiKeyLimits.DEFAULT_OVERLAP, ApiKeyLimits.DEFAULT_LIFETIME);
    }

    /**
     * Specifies how long the secret before stays good. Default: {@link ApiKeyLimits#DEFAULT_OVERLAP}, 24 hours.
     *
     * @param newOverlap zero to {@link ApiKeyLimits#MAX_OVERLAP}; {@link ApiKeys#rotate} refuses any other
     */
    public ApiKeyRotation overlap(Duration newOverlap) {
        return new ApiKeyRotation(newOverlap, lifetime);
    }

    /**
     * Specifies how long the new secret is good. Default: {@link ApiKeyLimits#DEFAULT_LIFETIME}, 90 days.
     *
     * @param newLifetime an hour to {@link ApiKeyLimits#MAX_LIFETIME}; {@link ApiKeys#rotate} refuses any other
     */
    public ApiKeyRotation lifetime(Duration newLifetime) {
        return new ApiKeyRotation(overlap, newLifetime);
    }
}
