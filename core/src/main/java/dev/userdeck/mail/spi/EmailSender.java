package dev.userdeck.mail.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.Email;
import org.apiguardian.api.API;

/**
 * Takes mail to where it goes: an SMTP server, a provider's API, or what else the app has.
 *
 * <p>Called by one thread at a time on each node, never within a transaction, and again for the same mail if it threw.
 * It must give up by itself: a call that takes longer than ten minutes may be made a second time on another node, and
 * other background work waits meanwhile.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface EmailSender {

    /**
     * Sends a mail, and returns when it was taken.
     *
     * @throws MailRefusedException if it makes no sense to try again
     * @throws MailUnavailableException if a later try may succeed; any other exception is taken for the same
     */
    void send(Email email);
}
