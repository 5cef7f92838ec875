package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link Operators#prove}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ProofResult {

    /** It is the password. */
    record Right() implements ProofResult {}

    /** It isn't, or there is no such operator. */
    record Wrong() implements ProofResult {}

    /**
     * Too many wrong ones.
     *
     * @param retryAfter how long until the next may be tried
     */
    record TooManyTries(Duration retryAfter) implements ProofResult {}
}
