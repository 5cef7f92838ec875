package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one secret of a key; never the secret.
 *
 * @param prefix what it begins with, as in {@code udk_7Qd0aVx9}: enough to find the key by, and of no use without the rest
 * @param createdAt when it was made
 * @param expiresAt from when on it is good for nothing
 * @param lastUsedAt when it was last used, to the minute; null for never
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ApiKeySecret(
        String prefix,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
