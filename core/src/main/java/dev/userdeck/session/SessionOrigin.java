package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a session comes from. Start with {@link #of}.
 *
 * @param method how the user signed in, 1 to 64 characters, as in {@code password} or {@code google}
 * @param tenant where; {@link TenantId#PUBLIC} unless said otherwise
 * @param ip the client's address, null when not known
 * @param userAgent the client's {@code User-Agent}, cut to 512 characters; null when not known
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SessionOrigin(
        String method,
        TenantId tenant,
        @Nullable String ip,
        @Nullable String userAgent) {

    /**
     * Checks the method.
     *
     * @throws IllegalArgumentException if {@code method} is blank or longer than 64 characters
     */
    public SessionOrigin {
        Objects.requireNonNull(tenant, "tenant");
        if (method.isBlank() || method.length() > 64) {
            throw new IllegalArgumentException("A session's method has 1 to 64 characters");
        }
    }

    /** Signed in by {@code method} in the tenant {@code public}. */
    public static SessionOrigin of(String method) {
        return new SessionOrigin(method, TenantId.PUBLIC, null, null);
    }

    /** The same in another tenant. */
    public SessionOrigin in(TenantId newTenant) {
        return new SessionOrigin(method, newTenant, ip, userAgent);
    }

    /** The same from this client. */
    public SessionOrigin from(@Nullable String clientIp, @Nullable String clientUserAgent) {
        return new SessionOrigin(method, tenant, clientIp, clientUserAgent);
    }
}
