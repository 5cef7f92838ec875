package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link Outbox#sendAgain}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SendAgainResult {

    /** It waits to be sent as soon as the outbox gets to it, or is being sent. */
    record Waiting() implements SendAgainResult {}

    /** It was sent. */
    record AlreadySent() implements SendAgainResult {}

    /** Its link is no longer good, so its words are gone: ask for a new one. */
    record TooOld() implements SendAgainResult {}

    /** There is no such mail. */
    record Unknown() implements SendAgainResult {}
}
