package dev.userdeck.error;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A recipe's no to what was to be done to a user, as to a deletion or to leaving a tenant.
 *
 * @param code the same for the same reason, such as {@code last-holder}
 * @param message for people: a sentence that says why, and what to do first
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Veto(String code, String message) {

    /** Checks that both are there. */
    public Veto {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }
}
