package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link Operators#signIn}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface OperatorSignInResult {

    /**
     * The password is right and the operator is signed in.
     *
     * @param session the operator's session
     */
    record SignedIn(IssuedOperatorSession session) implements OperatorSignInResult {}

    /**
     * The password is right, and something else is needed: see {@link OperatorFactors}. Until then the token opens nothing.
     *
     * @param session to go on with
     * @param step what is needed
     */
    record Pending(IssuedOperatorSession session, SignInStep step) implements OperatorSignInResult {}

    /** Unknown address, wrong password or disabled operator: one answer for all, in the same time. */
    record Refused() implements OperatorSignInResult {}

    /**
     * Too many wrong passwords were tried of late; this one was not looked at. Says nothing about whether there is such an
     * operator.
     *
     * @param retryAfter when the next try may be made; positive
     */
    record TooManyAttempts(Duration retryAfter) implements OperatorSignInResult {}
}
