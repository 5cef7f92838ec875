package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Page;
import dev.userdeck.user.UserId;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Mail that goes out, by way of an outbox in the app's own database. Safe for use by many threads.
 *
 * <p>A mail is written in the transaction that is open, ours or the host's, and sent after its commit: at once after one of
 * ours, within half a minute after one of the host's, by the background thread or
 * {@code Userdeck.runMaintenance}. What fails for now is tried again after 30 seconds, then twice as long each time, at last
 * every hour, for as long as the mail is good ({@link NewEmail#expiresAt}), or for 5 days (RFC 5321, 4.5.4.1). While the server
 * takes no mail at all, all of it waits.
 *
 * <p>One request is one mail, however many nodes run. If a node dies between sending a mail and noting that it did, another
 * one sends it again half an hour later, under the same id.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Outbox {

    /** Returns where mail goes on this node. */
    MailDelivery delivery();

    /** Whether mail goes anywhere; if not, call {@code emailSender(…)} or {@code logMailLinks()} of the builder. */
    default boolean configured() {
        return delivery() != MailDelivery.NONE;
    }

    /**
     * Writes a mail to the outbox.
     *
     * @return its id; empty when mail is not {@linkplain #configured configured}, and then nothing was written
     * @throws IllegalArgumentException if what it says, or the app's template for it, is no {@link EmailMessage}
     */
    Optional<OutboxMessageId> send(NewEmail mail);

    /** Finds a mail; those that were sent or given up more than 30 days ago are gone. */
    Optional<OutboxMessage> find(OutboxMessageId id);

    /** The last mail of this kind about a user. */
    Optional<OutboxMessage> latest(UserId user, String kind);

    /**
     * Sends a mail again that failed, or one that waits for its next try now: once what was in its way is mended. The mail is
     * the same, so a copy that did arrive is known by its id.
     *
     * @throws IllegalStateException when mail is not {@linkplain #configured configured}
     */
    SendAgainResult sendAgain(OutboxMessageId id, Actor actor);

    /**
     * Sends all mails again that failed or wait for their next try, and whose links are good.
     *
     * @return how many; in batches of their own transactions, so that after a failure some may be on their way
     * @throws IllegalStateException when mail is not {@linkplain #configured configured}
     */
    int sendAllAgain(Actor actor);

    /**
     * Lists mails, newest first; those that were sent or given up more than 30 days ago are gone.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<OutboxMessage> list(OutboxQuery query);
}
