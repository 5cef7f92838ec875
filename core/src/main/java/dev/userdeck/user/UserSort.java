package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The orders in which users can be listed, each served by an index. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum UserSort {
    /** Newest first: the default. */
    NEWEST_FIRST,
    /** Oldest first. */
    OLDEST_FIRST
}
