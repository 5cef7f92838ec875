package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.OutboxMessageId;
import java.time.Instant;
import org.apiguardian.api.API;

/** Outcome of {@link Passwords#sendLink}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface PasswordLinkResult {

    /**
     * The mail with the link is in the outbox.
     *
     * @param message its id
     * @param to where it goes
     * @param expiresAt how long the link is good
     */
    record Sent(OutboxMessageId message, String to, Instant expiresAt) implements PasswordLinkResult {}

    /**
     * No mail server is set, so here is the link, for the caller to hand over: mail goes nowhere, or to the app's log, where
     * the link stands as well. Who has it chooses the user's password.
     *
     * @param link a secret, shown once: the database has a hash alone
     * @param expiresAt how long it is good
     */
    record HandOver(String link, Instant expiresAt) implements PasswordLinkResult {

        /** Without the link. */
        @Override
        public String toString() {
            return "HandOver[expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * Such a user can't be sent a link; nothing was written.
     *
     * @param reason why
     */
    record NotSent(Reason reason) implements PasswordLinkResult {}

    /** There is no such user within the scope. */
    record Unknown() implements PasswordLinkResult {}

    /** The user is in the scope, but in other tenants too, where the password would change as well. */
    record PartlyOutOfScope() implements PasswordLinkResult {}

    /** The reasons why no link is made. */
    enum Reason {
        /** The user has no email, and a password needs one. */
        NO_EMAIL,
        /** The user is suspended. */
        SUSPENDED,
        /** Nobody signs in with a password in any tenant of the user. */
        METHOD_OFF,
        /** It is not known which page to link to: call {@code passwordResetPage(…)} of the builder. */
        NO_PAGE
    }
}
