package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link ApiKeys#verify}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface VerifyApiKeyResult {

    /**
     * The token is good.
     *
     * @param key who calls: the key's id and name, and its rights as they are now
     */
    record Verified(Operator key) implements VerifyApiKeyResult {}

    /** It is no key's, or the key has expired or was revoked, or all its tenants are gone. */
    record Refused() implements VerifyApiKeyResult {}

    /**
     * The same, and too many were refused that came from this address. A good token is never answered so.
     *
     * @param retryAfter when the next one is looked at
     */
    record TooManyAttempts(Duration retryAfter) implements VerifyApiKeyResult {}
}
