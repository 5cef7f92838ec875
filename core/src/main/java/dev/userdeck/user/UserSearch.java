package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What a word of a search finds on this database. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum UserSearch {
    /** Any part of a word, from three characters on; fewer find the start of words. PostgreSQL with {@code pg_trgm}. */
    CONTAINS,
    /** The start of words. */
    WORD_START
}
