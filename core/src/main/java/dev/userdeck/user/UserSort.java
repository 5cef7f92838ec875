package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The orders in which users can be listed, each served by an index. Users who are equal in it are in the order of ids. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum UserSort {
    /** Newest first: the default. */
    NEWEST_FIRST,
    /** Oldest first. */
    OLDEST_FIRST,
    /** Who was here last comes first; who never was, last. */
    LAST_SEEN_FIRST,
    /** Who was never here comes first, then who was here the longest time ago. */
    LAST_SEEN_LAST,
    /** By what is shown as the name, which is the email or phone of those without one; case and accents don't count. */
    NAME_FORWARD,
    /** The same, backwards. */
    NAME_BACKWARD,
    /** By email; those without one come first. Case and accents don't count. */
    EMAIL_FORWARD,
    /** The same, backwards. */
    EMAIL_BACKWARD
}
