package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.OutboxMessageId;
import java.time.Instant;
import org.apiguardian.api.API;

/** Outcome of {@link EmailVerification#send}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SendResult {

    /**
     * The mail is in the outbox.
     *
     * @param mail its id
     */
    record Sent(OutboxMessageId mail) implements SendResult {}

    /** There is nothing to verify; no mail was written. */
    record AlreadyVerified() implements SendResult {}

    /**
     * This user was sent enough mails at this address; no mail was written.
     *
     * @param retryAt from when on another may be sent
     */
    record TooSoon(Instant retryAt) implements SendResult {}

    /** Mail goes nowhere, or the recipe knows no page to link to; no mail was written. */
    record NotConfigured() implements SendResult {}

    /** The user has no email. */
    record NoEmail() implements SendResult {}

    /** There is no such user. */
    record UnknownUser() implements SendResult {}
}
