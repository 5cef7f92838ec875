package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of what changes a user. In all cases but {@link Updated} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface UpdateUserResult {

    /**
     * The user is like this now, which may be as before.
     *
     * @param user the user, with the tenants that the scope covers
     */
    record Updated(User user) implements UpdateUserResult {}

    /**
     * The user has changed since the version that was named.
     *
     * @param current the user as of now
     */
    record Stale(User current) implements UpdateUserResult {}

    /**
     * The change was refused.
     *
     * @param errors at least one, each naming its field; a value that someone else has is among them, as in
     *     {@code email-taken}, {@code phone-taken}, {@code external-id-taken}, {@code login-taken}
     */
    record Refused(List<FieldError> errors) implements UpdateUserResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }

        /** Refused for one thing. */
        public static Refused of(String field, String code, String message) {
            return new Refused(List.of(new FieldError(field, code, message)));
        }
    }

    /** There is no such user within the scope. */
    record Unknown() implements UpdateUserResult {}

    /** The user is in the scope, but in other tenants too. */
    record PartlyOutOfScope() implements UpdateUserResult {}
}
