package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Passwords#change}. In all cases but {@link Changed} the password is as before. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ChangePasswordResult {

    /**
     * The user has the new password now.
     *
     * @param endedSessions how many sessions ended, all but the one that asked
     */
    record Changed(int endedSessions) implements ChangePasswordResult {}

    /** The current password is another one. */
    record WrongPassword() implements ChangePasswordResult {}

    /**
     * The new one can't be the user's password. The current one was not looked at, unless the two are the same.
     *
     * @param errors at least one, of the field {@code password}; as in {@link SetPasswordResult.Refused}, or {@code
     *     password-same}
     */
    record Refused(List<FieldError> errors) implements ChangePasswordResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Too many wrong passwords were tried of late; this one was not looked at.
     *
     * @param retryAfter when the next try may be made; positive
     */
    record TooManyAttempts(Duration retryAfter) implements ChangePasswordResult {}

    /** There is no password to change: the user signs in in other ways, or is gone. */
    record NoPassword() implements ChangePasswordResult {}
}
