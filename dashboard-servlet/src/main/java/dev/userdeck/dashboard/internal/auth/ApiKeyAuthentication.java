package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.apikey.ApiKeys;
import dev.userdeck.apikey.VerifyApiKeyResult;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.Operator;
import dev.userdeck.servlet.internal.Quota;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets in programs that send an API key as {@code Authorization: Bearer} (RFC 6750). Who sends one is known by it alone: no
 * cookie and no login of the host's is looked at. How often a key may ask is counted in the memory of each node, as a write for
 * each request would cost more than it keeps away.
 */
public final class ApiKeyAuthentication {
    private static final String SCHEME = "Bearer ";
    /** What keys begin with; other tokens are the host's. */
    private static final String KEY = "udk_";

    private final ApiKeys keys;
    private final Quota requests;

    /**
     * Asks these keys.
     *
     * @param requestsPerMinute how many requests of one key are answered within a minute
     */
    public ApiKeyAuthentication(ApiKeys keys, int requestsPerMinute) {
        this(keys, requestsPerMinute, InstantSource.system());
    }

    ApiKeyAuthentication(ApiKeys keys, int requestsPerMinute, InstantSource clock) {
        this.keys = keys;
        this.requests = new Quota(requestsPerMinute, Duration.ofMinutes(1), clock);
    }

    /** Whether a key was sent, good or not. */
    public static boolean isTried(HttpServletRequest request) {
        return token(request) != null;
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.startsWith(KEY) ? token : null;
    }

    /**
     * Who calls by the key that was sent.
     *
     * @param ip the client's address, null when not known
     * @throws dev.userdeck.http.spi.ProblemException if it isn't good, or asks too often
     */
    public Operator enter(HttpServletRequest request, @Nullable String ip) {
        VerifyApiKeyResult result = keys.verify(token(request), ip);
        if (result instanceof VerifyApiKeyResult.TooManyAttempts throttled) {
            throw Problem.tooManyAttempts(throttled.retryAfter()).exception();
        }
        if (!(result instanceof VerifyApiKeyResult.Verified verified)) {
            throw Problem.of(ProblemType.INVALID_TOKEN).exception();
        }
        Operator key = verified.key();
        if (requests.take(key.id()).isEmpty()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail("This key asks too often.")
                    .with(
                            Problem.RETRY_AFTER,
                            Math.max(
                                    1,
                                    requests.untilNext(key.id()).plusMillis(999).toSeconds()))
                    .exception();
        }
        return key;
    }
}
