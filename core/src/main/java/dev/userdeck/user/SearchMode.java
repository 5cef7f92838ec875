package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The places where a word of a search is found, which depend on the database. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum SearchMode {
    /** Any part of a word, from three characters on; fewer find the start of words. PostgreSQL with {@code pg_trgm}. */
    CONTAINS,
    /** It is found at the start of words. */
    WORD_START
}
