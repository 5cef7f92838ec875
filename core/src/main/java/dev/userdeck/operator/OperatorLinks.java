package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The links by which built-in operators accept an invitation, or choose a new password. Safe for use by many threads.
 *
 * <p>A link carries 256 random bits in its fragment, of which the database has a SHA-256 hash alone. It is good once: an
 * invitation for 24 hours unless {@code operatorInvitationLifetime(…)} says otherwise, a link to a new password for an hour. A new
 * link of an operator makes the last one void; so do disabling and deleting.
 *
 * <p>With a mail server and {@code dashboardAddress(…)} it is mailed, else the caller's to hand over.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface OperatorLinks {

    /**
     * Makes a new link for somebody who was invited.
     *
     * @param caller what the caller may do: {@link Access#full} for the app itself
     */
    OperatorLinkResult issueInvitation(String operatorId, Access caller, Actor actor);

    /**
     * Makes a link by which an operator who can't sign in chooses a new password.
     *
     * @param caller what the caller may do: {@link Access#full} for the app itself
     */
    OperatorLinkResult issueReset(String operatorId, Access caller, Actor actor);

    /**
     * Whose link this is, if it can be used now. Uses nothing up.
     *
     * @param token from the link; anything at all
     */
    Optional<OperatorAccount> holder(String token);

    /**
     * Accepts an invitation: the operator has a name and a password, and can sign in. Of several calls with one token at once,
     * one succeeds.
     *
     * @param token from the link; anything else is {@link UseOperatorLinkResult.Unusable}
     * @param name what people see, 1 to 255 characters
     * @param password in clear
     * @param actor who asks; usually {@link Actor#anonymous()}
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    UseOperatorLinkResult accept(String token, String name, String password, Actor actor);

    /**
     * Chooses a new password, and ends all sessions of the operator. Of several calls with one token at once, one succeeds.
     *
     * @param token from the link; anything else is {@link UseOperatorLinkResult.Unusable}
     * @param password in clear
     * @param actor who asks; usually {@link Actor#anonymous()}
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    UseOperatorLinkResult reset(String token, String password, Actor actor);
}
