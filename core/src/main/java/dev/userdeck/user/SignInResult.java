package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/** Outcome of {@link Users#signIn}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SignInResult {

    /**
     * The password is right and the user may sign in.
     *
     * @param user who it is
     */
    record SignedIn(User user) implements SignInResult {}

    /** Unknown address, wrong password or suspended user: one answer for all, in the same time. */
    record Refused() implements SignInResult {}

    /** Nobody signs in to this tenant with a password: it is switched off there. Nothing was looked at. */
    record MethodOff() implements SignInResult {}

    /**
     * Too many wrong passwords were tried of late; this one was not looked at. Says nothing about whether there is such a
     * user.
     *
     * @param retryAfter when the next try may be made; positive
     */
    record TooManyAttempts(Duration retryAfter) implements SignInResult {}
}
