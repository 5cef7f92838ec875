package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Whether users can read the mail sent to their address. Safe for use by many threads.
 *
 * <p>Verified is also who chose a password by a link that was mailed: an invitation, a reset that an operator sent, or one of
 * a user who forgot. Not by a link that an operator handed over.
 *
 * <p>What is verified is an address of a user: after a change of the email it isn't, and after a change back it is again.
 * Each change is one transaction, or takes part in the host's, and is told to the audit trail.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface EmailVerification {

    /** Whether the user's current email is verified; false for a user who has none or is gone. */
    default boolean isVerified(UserId user) {
        return verifiedAt(user).isPresent();
    }

    /** When the user's current email was verified; empty when it isn't. */
    Optional<Instant> verifiedAt(UserId user);

    /** When the current emails of these users were verified, in one statement; without those that aren't. */
    Map<UserId, Instant> verifiedAt(Collection<UserId> users);

    /** Those of these users whose current email is verified, in one statement. */
    default Set<UserId> verified(Collection<UserId> users) {
        return Set.copyOf(verifiedAt(users).keySet());
    }

    /**
     * Sends the user a mail with a link that is good for 24 hours and once. At most one mail a minute, five an hour and ten a day for
     * each user and address.
     *
     * @return what happened; never throws for a user who can't be sent one
     */
    SendResult send(UserId user, Actor actor);

    /**
     * Uses up what a link carries. Of several calls with one token at once, one succeeds; the other links to this address
     * are of no use afterwards.
     *
     * @param token from the link; anything else is {@link VerifyResult.Unusable}
     * @param actor who asks; usually {@link Actor#anonymous()}, as mail is read on other devices too
     */
    VerifyResult verify(String token, Actor actor);

    /** Takes the user's current email for verified; links that were sent to it are of no use afterwards. */
    MarkResult markVerified(UserId user, Actor actor);

    /** Takes the user's current email for not verified. */
    MarkResult markUnverified(UserId user, Actor actor);
}
