package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * A field of an input that was refused, and how to mend it.
 *
 * @param field the field's name, as in the input record
 * @param code a stable word for programs, such as {@code email-invalid}
 * @param message for people, in English; never holds the refused value if that is a secret
 * @param values by name, for translations of the message: {@code count} for a number
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record FieldError(String field, String code, String message, Map<String, Object> values) {

    /** Copies the map. */
    public FieldError {
        values = Map.copyOf(values);
    }

    /** One that is said in the same words each time. */
    public FieldError(String field, String code, String message) {
        this(field, code, message, Map.of());
    }
}
