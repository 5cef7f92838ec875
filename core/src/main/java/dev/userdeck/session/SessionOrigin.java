package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a session: a way to sign in, a tenant, a client. Start with {@link #of}.
 *
 * @param method how the user signed in, 1 to 64 characters, as in {@code password} or {@code google}
 * @param tenant where; {@link TenantId#PUBLIC} unless said otherwise
 * @param ip the client's address, null when not known
 * @param userAgent the client's {@code User-Agent}, cut to 512 characters; null when not known
 * @param hostData what the host wants operators to see beside the session; null for nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SessionOrigin(
        String method,
        TenantId tenant,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String hostData) {
    private static final int MAX_HOST_DATA = 1_000;

    /**
     * Checks method and host data.
     *
     * @throws IllegalArgumentException if {@code method} is blank or longer than 64 characters, or {@code hostData} is
     *     longer than 1,000 or holds NUL
     */
    public SessionOrigin {
        Objects.requireNonNull(tenant, "tenant");
        if (method.isBlank() || method.length() > 64) {
            throw new IllegalArgumentException("A session's method has 1 to 64 characters");
        }
        if (hostData != null && (hostData.length() > MAX_HOST_DATA || hostData.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("A session's host data has at most " + MAX_HOST_DATA
                    + " characters and no NUL: keep more in a table of your own, by the session's handle");
        }
    }

    /** Signed in by {@code method} in the tenant {@code public}. */
    public static SessionOrigin of(String method) {
        return new SessionOrigin(method, TenantId.PUBLIC, null, null, null);
    }

    /** The same in another tenant. */
    public SessionOrigin tenant(TenantId newTenant) {
        return new SessionOrigin(method, newTenant, ip, userAgent, hostData);
    }

    /** The same from this client. */
    public SessionOrigin client(@Nullable String clientIp, @Nullable String clientUserAgent) {
        return new SessionOrigin(method, tenant, clientIp, clientUserAgent, hostData);
    }

    /**
     * The same with a note of the host's, text or JSON: operators see it as it is, beside the session. No secret, and
     * nothing to decide by: it stays as it was at sign-in.
     *
     * @param newHostData at most 1,000 characters; null for nothing
     */
    public SessionOrigin hostData(@Nullable String newHostData) {
        return new SessionOrigin(method, tenant, ip, userAgent, newHostData);
    }
}
