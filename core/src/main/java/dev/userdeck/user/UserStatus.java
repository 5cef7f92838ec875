package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Whether a user may sign in. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum UserStatus {
    /** May sign in. */
    ACTIVE,
    /** Was created by someone else and has not signed in yet. */
    INVITED,
    /** May not sign in and has no sessions. */
    SUSPENDED
}
