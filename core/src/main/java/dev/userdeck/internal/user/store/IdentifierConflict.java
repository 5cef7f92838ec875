package dev.userdeck.internal.user.store;

import dev.userdeck.error.FieldError;
import dev.userdeck.recipe.spi.UniqueViolationException;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
     * What is taken, all of it at once: what the index refused, and what else someone has by now.
     *
     * @param wanted the user as it would be
     * @param goes another user who would be gone, so that nothing of that one is in the way; null for none
     * @throws UniqueViolationException as it came, if it wasn't ours
     */
    public List<FieldError> errors(
            UniqueViolationException refused, UserTransaction work, User wanted, @Nullable UserId goes) {
        if (current == null) {
            throw refused;
        }
        var kinds = new TreeSet<String>();
        kinds.add(current);
        List<UserId> own = goes == null ? List.of(wanted.id()) : List.of(wanted.id(), goes);
        kinds.addAll(work.jooq.read(db -> Identifiers.taken(db, Identifiers.of(wanted), wanted.tenants(), own)));
        var errors = new ArrayList<FieldError>();
        kinds.forEach(kind -> errors.add(error(kind)));
        return errors;
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
