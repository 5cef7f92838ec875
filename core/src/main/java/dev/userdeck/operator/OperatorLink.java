package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.OutboxMessageId;
import java.time.Instant;
import org.apiguardian.api.API;

/** A link by which an operator accepts an invitation or chooses a new password, once. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface OperatorLink {

    /** Returns how long it is good. */
    Instant expiresAt();

    /**
     * The mail with the link is in the outbox.
     *
     * @param message its id
     * @param to where it goes
     * @param expiresAt how long the link is good
     */
    record Sent(OutboxMessageId message, String to, Instant expiresAt) implements OperatorLink {}

    /**
     * Here is the link, for the caller to hand over: there is no mail server, mail goes to the log, or nobody said where the
     * dashboard is. Who has it chooses the operator's password.
     *
     * @param link a secret, shown once: the database has a hash alone. Without {@code dashboardAddress(…)} it begins at the
     *     dashboard, as in {@code invite#…}
     * @param expiresAt how long it is good
     */
    record HandOver(String link, Instant expiresAt) implements OperatorLink {

        /** Without the link. */
        @Override
        public String toString() {
            return "HandOver[expiresAt=" + expiresAt + "]";
        }
    }
}
