package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What a sign-in still takes after the password. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum SignInStep {
    /** A code of a second factor, or a recovery code. */
    GIVE_CODE,
    /** A second factor, as all operators need one and this one has none. */
    ADD_FACTOR
}
