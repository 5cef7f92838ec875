package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The places where mail may go. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum MailDelivery {
    /** To the app's {@code EmailSender}. */
    SENDER,
    /** To the app's log, links included: for development. */
    LOG,
    /** Nowhere: none is written. */
    NONE
}
