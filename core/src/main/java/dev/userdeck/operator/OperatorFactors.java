package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What built-in operators have beside their password: an authenticator app, and recovery codes. Safe for use by many threads.
 *
 * <p>A code of an app counts for its 30 seconds and those before and after, and once. Secrets are encrypted with the key that {@code
 * secretKey(…)} of the builder gives; without one, no factor can be added. Who gives wrong codes is slowed down as with passwords, on
 * a count of their own. Each change is told to the audit trail, and to the operator by mail where mail goes out.
 *
 * <p>What changes an operator's own factors takes the token of the session: ask for {@linkplain Operators#isFresh fresh proof} first.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface OperatorFactors {
    /** How many one operator can have. */
    int MAX_FACTORS = 10;

    /** Whether the builder was given a key, so that factors can be added. */
    boolean canBeAdded();

    /** Whether all operators need one, as the builder's {@code requireOperatorSecondFactor()} says. */
    boolean areRequired();

    /**
     * Finds whose sign-in a token has begun, if it is still good and lacks something.
     *
     * @param token what the client sent; anything at all, null included
     */
    Optional<PendingSignIn> pending(@Nullable String token);

    /**
     * Takes a code of a factor or a recovery code, and ends the sign-in that a token has begun: the token is void then, and there is a
     * new one. Of two calls at once with one code, one succeeds.
     *
     * @param code spaces, hyphens and capitals don't matter
     * @param client with its address and browser
     */
    GiveCodeResult giveCode(@Nullable String token, String code, Actor client);

    /** The factors of an operator, in the order in which they were added. */
    List<OperatorFactor> list(String operatorId);

    /** How many recovery codes an operator can still use. */
    int recoveryCodesLeft(String operatorId);

    /**
     * Makes a secret for an authenticator app. It counts once {@link #confirmTotp} is called, in the same session; a new one replaces
     * the last.
     *
     * @param token that of the session, whose sign-in may lack a factor
     */
    BeginTotpResult beginTotp(@Nullable String token);

    /**
     * Adds the app whose secret was made last in this session. The operator's other sessions end.
     *
     * @param token that of the session
     * @param name what the operator calls it, 1 to 80 characters
     * @param code the one that the app shows
     * @param client with its address and browser
     */
    AddFactorResult confirmTotp(@Nullable String token, String name, String code, Actor client);

    /**
     * Takes an own factor away, and the recovery codes with the last one. The operator's other sessions end.
     *
     * @param session whose; it goes on
     * @return false if there is no such factor
     */
    boolean remove(OperatorSession session, String factorId, Actor actor);

    /**
     * Makes recovery codes anew; those before are void.
     *
     * @param session whose
     * @return empty if the operator has no factor
     */
    Optional<RecoveryCodes> renewRecoveryCodes(OperatorSession session, Actor actor);

    /**
     * Takes all factors and recovery codes of an operator away, as when the phone is lost, and ends all sessions. The password stays.
     *
     * @param caller what the caller may do; {@link Access#full} for the app itself
     */
    ChangeOperatorResult reset(String operatorId, Access caller, Actor actor);
}
