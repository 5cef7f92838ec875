package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.Paged;
import dev.userdeck.user.UserId;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Mail that goes out, by way of an outbox in the app's own database. Safe for use by many threads.
 *
 * <p>A mail is written in the transaction that is open, ours or the host's, and sent after its commit: at once after one of
 * ours, within half a minute after one of the host's, by the background thread or
 * {@code Userdeck.runMaintenance}. What fails for now is tried again after 30 seconds, then twice as long each time,
 * ten times in all within some three hours.
 *
 * <p>One request is one mail, however many nodes run. If a node dies between sending a mail and noting that it did, another
 * one sends it again ten minutes later.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Mail {

    /** Where mail goes. */
    MailOutlet outlet();

    /** Whether mail goes anywhere; if not, call {@code emailSender(…)} or {@code logMailLinks()} of the builder. */
    default boolean configured() {
        return outlet() != MailOutlet.NONE;
    }

    /**
     * Writes a mail to the outbox.
     *
     * @return its id; empty when mail is not {@linkplain #configured configured}, and then nothing was written
     * @throws IllegalArgumentException if what it says, or the app's template for it, is no {@link Email}
     */
    Optional<MailId> send(NewMail mail);

    /** Finds a mail; those that were sent or given up more than 30 days ago are gone. */
    Optional<OutgoingMail> find(MailId id);

    /** The last mail of this kind about a user. */
    Optional<OutgoingMail> latest(UserId user, String kind);

    /**
     * Lists the mails in this state, newest first, whatever users they are about.
     *
     * @param size how many at most, 1 to 100
     * @param cursor from the page before or after, null for the first page
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Paged<OutgoingMail> list(MailState state, int size, @Nullable String cursor);
}
