package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The sessions of this app's users. Safe for use by many threads; what one node ends, every node refuses at once. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Sessions {

    /**
     * Opens a session for a user whose identity the caller has just made sure of.
     *
     * @return the session and its token, or empty when there is no such user in the tenant or the user may not sign in
     */
    Optional<IssuedSession> create(UserId user, SessionOrigin origin);

    /**
     * Finds the session that a token belongs to, if it is still good: one indexed read, and at most once a minute a write
     * that notes the use. Takes the same time for a wrong token as for a right one.
     *
     * @param token what the client sent; anything at all, null included
     */
    Optional<Session> verify(@Nullable String token);

    /**
     * Lists a user's sessions that are still good, newest first.
     *
     * @param size how many at most, 1 to 100
     * @param cursor from the page before or after, null for the first page
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Paged<Session> list(UserId user, Scope scope, int size, @Nullable String cursor);

    /**
     * Ends one session of this user. Effective at the next request of that session, on every node.
     *
     * @return false when the user has no such session within the scope
     */
    boolean revoke(UserId user, SessionHandle handle, Scope scope, Actor actor);

    /**
     * Ends all sessions of this user within the scope, those opened a moment ago included.
     *
     * @return how many ended
     */
    int revokeAll(UserId user, Scope scope, Actor actor);

    /**
     * Ends the session that a token belongs to. Without effect when it has ended before.
     *
     * @param token what the client sent; anything at all, null included
     * @return false when the token was no good
     */
    boolean signOut(@Nullable String token, Actor actor);
}
