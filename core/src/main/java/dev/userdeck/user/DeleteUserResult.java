package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link Users#delete}. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum DeleteUserResult {
    /** The user and all that belonged to the user are gone. */
    DELETED,
    /** There is no such user within the scope. */
    UNKNOWN,
    /** The user is in the scope, but in other tenants too; nothing was written. */
    PARTLY_OUT_OF_SCOPE
}
