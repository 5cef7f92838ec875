package dev.userdeck.internal.user.store;

import dev.userdeck.error.FieldError;
import dev.userdeck.recipe.spi.UniqueViolationException;
import org.jspecify.annotations.Nullable;

/**
 * What is being claimed just now: when the index refuses, it tells of which field. Nothing is being claimed while
 * listeners run, so what refuses them is theirs to explain.
 */
public final class IdentifierConflict {
    private @Nullable String current;

    void begin(String kind) {
        current = kind;
    }

    void end() {
        current = null;
    }

    /**
     * Of what kind the index refused it.
     *
     * @throws UniqueViolationException as it came, if it wasn't ours
     */
    String kindOf(UniqueViolationException refused) {
        if (current == null) {
            throw refused;
        }
        return current;
    }

    public static FieldError error(String kind) {
        return switch (kind) {
            case Identifiers.EMAIL -> new FieldError("email", "email-taken", "Another user has this email.");
            case Identifiers.PHONE -> new FieldError("phone", "phone-taken", "Another user has this number.");
            case Identifiers.EXTERNAL -> new FieldError("subject", "login-taken", "Another user has this login.");
            default -> new FieldError("externalId", "external-id-taken", "Another user has this external id.");
        };
    }
}
