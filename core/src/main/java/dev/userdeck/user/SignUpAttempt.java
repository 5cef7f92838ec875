package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link Users#attemptSignUp}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SignUpAttempt {

    /** It was counted, and may be made. */
    record Allowed() implements SignUpAttempt {}

    /**
     * There were too many of late, from this address or in all. Says nothing about whether there is such a user.
     *
     * @param retryAfter when the next may be made; positive
     */
    record TooManyAttempts(Duration retryAfter) implements SignUpAttempt {}
}
