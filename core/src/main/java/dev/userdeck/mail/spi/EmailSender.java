package dev.userdeck.mail.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import org.apiguardian.api.API;

/**
 * Takes mail to where it goes: an SMTP server, a provider's API, or what else the app has.
 *
 * <p>Called by one thread at a time on each node, never within a transaction, and again for the same mail if it threw.
 * It must give up by itself: a call that takes longer than thirty minutes may be made a second time on another node, and
 * other background work waits meanwhile.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface EmailSender {

    /**
     * Sends a mail, and returns when it was taken.
     *
     * @param id the same for each try of a mail: the {@code Message-ID} (RFC 5322) or a provider's idempotency key, by which
     *     a copy is known as one if a try that failed had arrived after all
     * @throws MailRefusedException if it makes no sense to try again: the fault is this mail's
     * @throws MailDeferredException if this mail may go later, and others may go now
     * @throws MailUnavailableException if no mail can be sent now, and a later try may succeed; any other exception is taken
     *     for the same
     */
    void send(OutboxMessageId id, EmailMessage email);
}
