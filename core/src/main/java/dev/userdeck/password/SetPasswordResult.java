package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import dev.userdeck.user.User;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Passwords#set}. In all cases but {@link Done} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SetPasswordResult {

    /**
     * The user has this password now.
     *
     * @param user as of now; with a login method more if there was no password before
     * @param endedSessions how many sessions ended
     */
    record Done(User user, int endedSessions) implements SetPasswordResult {}

    /**
     * It can't be the user's password.
     *
     * @param errors at least one, of the field {@code password}: what is wrong with it, as in {@code password-too-short}
     *     or {@code password-common}; {@code email-missing} if the user has no email to go with it; {@code method-off} if
     *     nobody signs in with a password in any tenant of the user
     */
    record Refused(List<FieldError> errors) implements SetPasswordResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** There is no such user within the scope. */
    record Unknown() implements SetPasswordResult {}

    /** The user is in the scope, but in other tenants too, where the password would change as well. */
    record PartlyOutOfScope() implements SetPasswordResult {}
}
