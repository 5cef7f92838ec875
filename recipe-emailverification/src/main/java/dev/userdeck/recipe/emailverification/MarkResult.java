package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link EmailVerification#markVerified} and {@link EmailVerification#markUnverified}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface MarkResult {

    /** It is as said now. */
    record Changed() implements MarkResult {}

    /** It was so already; nothing was written. */
    record Unchanged() implements MarkResult {}

    /** The user has no email. */
    record NoEmail() implements MarkResult {}

    /** There is no such user. */
    record UnknownUser() implements MarkResult {}
}
