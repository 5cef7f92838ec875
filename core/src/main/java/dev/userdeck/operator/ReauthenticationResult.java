package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link Operators#reauthenticate}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ReauthenticationResult {

    /** It is the operator. */
    record Reauthenticated() implements ReauthenticationResult {}

    /** It is, but the session has ended meanwhile. */
    record SessionEnded() implements ReauthenticationResult {}

    /** It isn't the password, or the operator can't sign in any more. */
    record WrongPassword() implements ReauthenticationResult {}

    /** It is the password, and the code is missing, wrong, too old or was used before. */
    record WrongCode() implements ReauthenticationResult {}

    /**
     * Too many wrong ones.
     *
     * @param retryAfter how long until the next may be tried
     */
    record TooManyAttempts(Duration retryAfter) implements ReauthenticationResult {}
}
