package dev.userdeck.session;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A reason why a session that is good may not be used yet, such as an email that isn't verified.
 *
 * @param code the same for the same reason: words of a-z and 0-9 joined by '-', as in {@code email-not-verified}. The answer
 *     to a request is a 403 problem of this type
 * @param message for the user: what to do first, in the same words each time
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UnmetRequirement(String code, String message) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if it is out of form
     */
    public UnmetRequirement {
        requireNonNull(message, "message");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A code is words of a-z and 0-9 joined by '-', not " + code);
        }
    }
}
