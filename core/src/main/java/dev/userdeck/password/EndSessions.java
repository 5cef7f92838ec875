package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The sessions that end when someone else sets a user's password. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum EndSessions {
    /** All of them: whoever knew the old password is out. */
    ALL,
    /** No session ends. */
    NONE
}
