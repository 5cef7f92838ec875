package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.password.ChangePasswordResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The built-in operators: people who sign in to the dashboard with email and password, for hosts without a login of
 * their own. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Operators {
    /** How long an operator who gave the password isn't asked for it again before something that hurts: 5 minutes. */
    Duration FRESH_PROOF = Duration.ofMinutes(5);

    /** Tells whether there is an operator. */
    boolean exist();

    /**
     * Makes a token that creates the first operator. It is good once, for an hour, and only while no operator exists;
     * a new one makes the last one void.
     *
     * @return the token, known only now; empty when an operator exists
     */
    Optional<String> issueSetUpToken();

    /** Tells whether a set-up token is out that could still be used. */
    boolean setUpTokenPending();

    /**
     * Creates the first operator, an {@link Preset#OWNER}, and signs this person in. Of two concurrent calls with one
     * token one succeeds.
     */
    SetUpResult setUp(String token, NewOperator first, Actor actor);

    /**
     * Checks email and password, and opens a session: idle 30 minutes, absolute 12 hours. Of an operator with a second factor, or
     * without one where all need it, it is pending for 10 minutes.
     *
     * <p>Wrong passwords slow the next tries down, by account and by the address in {@code actor}: pass the client's.
     */
    OperatorSignInResult signIn(String email, String password, Actor actor);

    /**
     * Finds the session that a token belongs to, if it is still good, its operator can sign in and nothing lacks to the sign-in.
     *
     * @param token what the client sent; anything at all, null included
     */
    Optional<OperatorSession> verify(@Nullable String token);

    /** Ends the session that a token belongs to. Without effect when it has ended before. */
    void signOut(@Nullable String token, Actor actor);

    /** Finds an operator by id who can sign in. */
    Optional<Operator> find(String id);

    /**
     * Has an operator who is signed in prove it again with what a sign-in takes, the password and with a second factor a code, and
     * notes in the session that this was now. Wrong ones slow the next tries down, as when signing in.
     *
     * @param session that of the operator
     * @param password in clear
     * @param code of a factor, or a recovery code; null for an operator without a second factor
     * @param actor the operator, with the client's address
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    ReauthenticationResult reauthenticate(OperatorSession session, String password, @Nullable String code, Actor actor);

    /**
     * Tells whether a proof that was given then is less than {@link #FRESH_PROOF} old. Clocks may differ by as much; what is said to
     * be of a later time than that is not fresh.
     */
    boolean isFresh(Instant provedAt);

    /**
     * Changes the password of an operator who knows the current one. All other sessions of the operator end, and links are void.
     * Wrong ones slow the next tries down, as when signing in.
     *
     * @param session who asks; it goes on
     * @param current the password as it is, in clear
     * @param password the new one, in clear
     * @throws dev.userdeck.error.BusyException if too many passwords are being hashed
     */
    ChangePasswordResult changePassword(OperatorSession session, String current, String password, Actor actor);

    /**
     * Makes a link by which an operator who can't get in chooses a new password, once and within an hour: for the app itself, say
     * when the only owner is locked out. It is never mailed, but the caller's to hand over.
     *
     * @return the link, a secret; empty unless there is such an operator who is neither invited nor disabled
     */
    Optional<OperatorLink.HandOver> issueResetLink(String operatorId, Actor actor);

    /** Returns who they are, and what they may do. */
    OperatorAccounts accounts();

    /** Returns the links by which they come in. */
    OperatorLinks links();

    /** Returns where they are signed in. */
    OperatorSessions sessions();

    /** Returns what they have beside their password. */
    OperatorFactors factors();

    /** Returns the presets of one's own that they can hold. */
    Presets presets();
}
