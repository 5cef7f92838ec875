package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The ways to deal with the sessions of users whose email isn't verified. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum VerificationMode {
    /** Nothing: the app is told, and decides. */
    OPTIONAL,
    /**
     * They may not be used yet: the answer is 403 {@code email-not-verified}. A user without an email passes, as there is
     * nothing to verify. Read anew with every request, in one indexed statement.
     */
    REQUIRED
}
