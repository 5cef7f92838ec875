package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The id of a user: opaque text, 1 to 128 characters, compared exactly. Ids that we make are UUIDs of version 7 (RFC 9562).
 *
 * @param value the id as stored
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserId(String value) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if {@code value} is empty or longer than 128 characters
     */
    public UserId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("A user id has 1 to 128 printable characters without spaces");
        }
    }

    /** Tells whether {@code value} would be accepted as a user id. */
    public static boolean isValid(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 127) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= 128;
    }

    @Override
    public String toString() {
        return value;
    }
}
