package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A field of an input that was refused, and how to mend it.
 *
 * @param field the field's name, as in the input record
 * @param code a stable word for programs, such as {@code email-invalid}
 * @param message for people; never holds the refused value if that is a secret
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record FieldError(String field, String code, String message) {}
