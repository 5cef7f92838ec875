package dev.userdeck.internal.password;

import dev.userdeck.error.FieldError;

/**
 * Why a hash can't be stored.
 *
 * @param message a sentence or two for whoever brings it, without anything of the hash that is secret
 */
public record HashRefusal(String code, String message) {

    /** As the error of a field. */
    public FieldError at(String field) {
        return new FieldError(field, code, message);
    }
}
