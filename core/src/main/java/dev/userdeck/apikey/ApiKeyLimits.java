package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** How long keys and what belongs to them may be. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ApiKeyLimits {
    /** How many characters a name has at most. */
    public static final int MAX_NAME = 80;

    /** How long a key is good at least: an hour. */
    public static final Duration MIN_LIFETIME = Duration.ofHours(1);

    /** How long a key is good unless said otherwise: 90 days. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);

    /** How long a key is good at most: 365 days. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(365);

    /** How long a secret stays good that was replaced, unless said otherwise: 24 hours. */
    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);

    /** How long a secret stays good at most that was replaced: 7 days. */
    public static final Duration MAX_OVERLAP = Duration.ofDays(7);

    private ApiKeyLimits() {}
}
