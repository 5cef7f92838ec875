package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link EmailVerification#markVerified} and {@link EmailVerification#markUnverified}. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum MarkResult {
    /** It is as said now. */
    CHANGED,
    /** It was so already; nothing was written. */
    UNCHANGED,
    /** The user has no email. */
    NO_EMAIL,
    /** There is no such user. */
    UNKNOWN_USER
}
