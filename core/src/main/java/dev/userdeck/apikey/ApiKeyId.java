package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The id of an API key: opaque text, of the same form as a {@link UserId}. It names the key and proves nothing.
 *
 * @param value the id as stored
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ApiKeyId(String value) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if {@code value} is not {@linkplain #isValid valid}
     */
    public ApiKeyId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("The id of an API key has 1 to 128 printable characters without spaces");
        }
    }

    /** Tells whether {@code value} would be accepted as such an id. */
    public static boolean isValid(String value) {
        return UserId.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
