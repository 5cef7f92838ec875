package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link OperatorFactors#giveCode}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface GiveCodeResult {

    /**
     * The operator is signed in.
     *
     * @param session with its new token; the one before is void
     */
    record SignedIn(IssuedOperatorSession session) implements GiveCodeResult {}

    /** The code is wrong, too old or was used before: one answer for all. */
    record WrongCode() implements GiveCodeResult {}

    /**
     * Too many wrong codes were given of late; this one was not looked at.
     *
     * @param retryAfter when the next may be given; positive
     */
    record TooManyAttempts(Duration retryAfter) implements GiveCodeResult {}

    /** The session has ended, or no code is due in it. */
    record SessionEnded() implements GiveCodeResult {}
}
