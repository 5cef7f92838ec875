package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Names a session in lists and logs. It is no secret and opens nothing.
 *
 * @param value the handle as stored, at most 36 characters
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SessionHandle(String value) {

    /** Checks that it is there. */
    public SessionHandle {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
