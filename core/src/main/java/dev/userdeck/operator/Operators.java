package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The built-in operators: people who sign in to the dashboard with email and password, for hosts without a login of
 * their own. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Operators {

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
     * Checks email and password, and opens a session: idle 30 minutes, absolute 12 hours.
     *
     * <p>Wrong passwords slow the next tries down, by account and by the address in {@code actor}: pass the client's.
     */
    OperatorSignInResult signIn(String email, String password, Actor actor);

    /**
     * Finds the operator whose session a token belongs to, if it is still good.
     *
     * @param token what the client sent; anything at all, null included
     */
    Optional<Operator> verify(@Nullable String token);

    /** Ends the session that a token belongs to. Without effect when it has ended before. */
    void signOut(@Nullable String token, Actor actor);

    /** Finds an operator by id, unless this operator is disabled. */
    Optional<Operator> find(String id);

    /**
     * Checks the password of an operator who is signed in, before something that can't be undone. Wrong passwords slow the
     * next tries down, as when signing in.
     *
     * @param actor the operator, with the client's address
     */
    ReauthenticationResult reauthenticate(String operatorId, String password, Actor actor);
}
