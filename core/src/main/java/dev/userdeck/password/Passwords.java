package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The passwords of users. Safe for use by many threads.
 *
 * <p>A user has one password, for all addresses and all tenants of that user. One who has none yet gains it as a login
 * method. A new password takes all links away that were sent before.
 *
 * <p>Links carry 256 random bits in their fragment, of which the database has a SHA-256 hash alone. They are good once: for
 * an hour, an invitation for 7 days. They are of no use any more after the password or the email has changed, after the user
 * was suspended, and after a login method was taken away (OWASP Forgot Password Cheat Sheet). What happens is told to the
 * audit trail.
 *
 * <p>Who uses a link that went out by mail has proved to read mail at that address, and recipes hear of it
 * ({@link dev.userdeck.recipe.spi.UserListener#emailProved}). A link that the caller is to hand over proves nothing.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Passwords {

    /** What can be said beforehand about a new password. */
    PasswordRules rules();

    /** How long links are good; empty when none can be made, as {@code passwordResetPage(…)} was not called. */
    Optional<LinkLifetimes> links();

    /**
     * Sets a user's password, for an operator or a job.
     *
     * @param password in clear
     * @param sessions which of the user's sessions end
     * @param scope must cover all tenants of the user
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    SetPasswordResult set(UserId user, String password, EndSessions sessions, Scope scope, Actor actor);

    /**
     * Changes the password of a user who knows the current one. All other sessions of the user end. Wrong ones count as
     * wrong sign-ins do, and slow the next down.
     *
     * @param session who asks; it goes on
     * @param current the password as it is, in clear
     * @param password the new one, in clear
     * @throws IllegalStateException inside {@code inTransaction}: what is counted must survive a rollback
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    ChangePasswordResult change(Session session, String current, String password, Actor actor);

    /**
     * Sends someone who forgot the password a link, if there is such a user. Whether there is, neither the answer nor its
     * time tells: nobody is looked up before the answer. That is for the background, by {@code Userdeck.runMaintenance} or
     * the thread of our own, at once.
     *
     * <p>Sent a link is who signs in by this address with a password or by messages, or has no way in yet; at most one mail
     * a minute, five an hour and ten a day. How often may be asked is limited too, for each address and place as wrong sign-ins are.
     *
     * @param email what was typed
     * @throws IllegalStateException inside {@code inTransaction}: what is counted must survive a rollback
     */
    ForgotPasswordResult forgot(String email, TenantId tenant, Actor actor);

    /**
     * Makes a link by which a user chooses a password, and mails it; without mail, it is the caller's to hand over. Who has
     * no way in yet gets an invitation, and is {@code INVITED} until the link was used.
     *
     * @param scope must cover all tenants of the user
     */
    PasswordLinkResult sendLink(UserId user, Scope scope, Actor actor);

    /** Whether {@link #reset} takes this token now. Uses nothing up. */
    boolean isUsable(String token);

    /**
     * Sets a password by what a link carries, and ends all sessions of the user. Of several calls with one token at once,
     * one succeeds; all other links of the user are of no use afterwards.
     *
     * @param token from the link; anything else is {@link ResetPasswordResult.Unusable}
     * @param password in clear
     * @param actor who asks; usually {@link Actor#anonymous()}
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    ResetPasswordResult reset(String token, String password, Actor actor);
}
