package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A key with its newest secret, which is told now and never again.
 *
 * @param key what is known of it
 * @param token the secret: what the program sends as {@code Authorization: Bearer}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record IssuedApiKey(ApiKey key, String token) {

    /** Checks that both are there. */
    public IssuedApiKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(token, "token");
    }

    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return "IssuedApiKey[key=" + key.id() + "]";
    }
}
