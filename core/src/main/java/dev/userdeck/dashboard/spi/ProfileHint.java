package dev.userdeck.dashboard.spi;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A hint to an operator who is about to change a part of a user's profile; shown below its field.
 *
 * @param field which part
 * @param text what follows, as in "The new address starts unverified"
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ProfileHint(Field field, Text text) {

    /** A part of a user's profile. */
    public enum Field {
        /** The name. */
        NAME,
        /** The email. */
        EMAIL,
        /** The phone. */
        PHONE,
        /** The external id. */
        EXTERNAL_ID
    }

    /** Checks that both are there. */
    public ProfileHint {
        requireNonNull(field, "field");
        requireNonNull(text, "text");
    }
}
