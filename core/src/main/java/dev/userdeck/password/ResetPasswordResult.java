package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import dev.userdeck.user.User;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Passwords#reset}. In all cases but {@link Done} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ResetPasswordResult {

    /**
     * The user has this password now. Nobody is signed in by that.
     *
     * @param user as of now
     * @param endedSessions how many sessions ended
     */
    record Done(User user, int endedSessions) implements ResetPasswordResult {}

    /**
     * It can't be the user's password. The token is still good.
     *
     * @param errors at least one, of the field {@code password}; as in {@link SetPasswordResult.Refused}
     */
    record Refused(List<FieldError> errors) implements ResetPasswordResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The token is unknown, used, too old, or of no use any more: the password or the email has changed since it was sent,
     * or the user was suspended.
     */
    record Unusable() implements ResetPasswordResult {}
}
