package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in user on one device.
 *
 * @param handle names the session; no secret
 * @param userId who is signed in
 * @param tenant where
 * @param method how, as in {@code password}
 * @param createdAt when the user signed in
 * @param lastUsedAt when it was last used, to the minute
 * @param expiresAt when it ends if it isn't used again
 * @param ip the client's address at sign-in, null when not known
 * @param userAgent the client's {@code User-Agent} at sign-in, at most 512 characters; null when not known
 * @param hostData what the host gave {@linkplain SessionOrigin#hostData when it opened the session}; null for nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Session(
        SessionHandle handle,
        UserId userId,
        TenantId tenant,
        String method,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String hostData) {}
