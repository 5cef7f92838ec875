package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The states of a mail. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum OutboxMessageState {
    /** It is to be sent, for the first time or again. */
    WAITING,
    /** The sender took it. Whether it arrived, nobody knows. */
    SENT,
    /** It was refused, failed for too long, or is too old by now; it isn't tried again by itself. */
    FAILED
}
