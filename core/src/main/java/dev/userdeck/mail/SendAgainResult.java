package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link Outbox#sendAgain}. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum SendAgainResult {
    /** It waits to be sent as soon as the outbox gets to it, or is being sent. */
    WAITING,
    /** It was sent. */
    ALREADY_SENT,
    /** Its link is no longer good, so its words are gone: ask for a new one. */
    TOO_OLD,
    /** There is no such mail. */
    UNKNOWN
}
