package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
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
     * @return the session and its token, or empty when there is no such user in the tenant, the user may not sign in, or
     *     the tenant has this {@linkplain dev.userdeck.tenant.SignInMethod#ofSession way to sign in} switched off
     */
    Optional<IssuedSession> create(UserId user, SessionOrigin origin);

    /**
     * Finds the session that a token belongs to, if it is still good: one indexed read, and at most once a minute a write
     * that notes the use (once more when a new token is first seen). Takes the same time for a wrong token as for a right
     * one. Never replaces the token: for callers that can't hand a new one to the client. Others call {@link #refresh(String, Actor)}.
     *
     * <p>A token that {@link #refresh(String, Actor)} has replaced is good until the new one was seen, and a minute longer, so that calls
     * under way and a lost answer harm nobody. Whoever sends it after that, or sends an older one, has a copy: the session
     * ends, and the audit event {@code session.theft-detected} says so. A guess ends nothing, even with the right
     * beginning: part of the secret stays the same for the life of a session, and only who had a token of it knows that.
     *
     * <p>The session may be of any tenant. A caller that serves one tenant looks at {@link Session#tenant}, or calls
     * {@link #verify(String, Scope)}: whoever is signed in to one tenant is nobody in another.
     *
     * @param token what the client sent; anything at all, null included
     */
    default Optional<Session> verify(@Nullable String token) {
        return verify(token, Scope.all());
    }

    /**
     * Does as {@link #verify(String)} with sessions of these tenants alone. One of another tenant is no session here: its use
     * isn't noted, and an old copy of its token ends nothing.
     *
     * @param token what the client sent; anything at all, null included
     */
    Optional<Session> verify(@Nullable String token, Scope scope);

    /**
     * Does as {@link #verify(String)}, and replaces the token when it is older than the
     * {@linkplain dev.userdeck.Userdeck.Builder#sessionRotation time set for that}. The caller hands the new one to the
     * client. Of calls at the same time one gets it. Call it before the work of a request, as it may be too late after.
     *
     * <p>Within a transaction of the host the token is not replaced, as a rollback would make the new one worthless. The
     * end of a session whose token was stolen is part of that transaction.
     *
     * @param token what the client sent; anything at all, null included
     * @param actor who calls, for the audit trail if the token turns out to be stolen, as in
     *     {@code Actor.anonymous().from(ip)}
     */
    default Optional<VerifiedSession> refresh(@Nullable String token, Actor actor) {
        return refresh(token, Scope.all(), actor);
    }

    /**
     * Does as {@link #refresh(String, Actor)} with sessions of these tenants alone. One of another tenant is no session here:
     * its token isn't replaced, and an old copy of it ends nothing.
     *
     * @param token what the client sent; anything at all, null included
     * @param actor who calls, as there
     */
    Optional<VerifiedSession> refresh(@Nullable String token, Scope scope, Actor actor);

    /**
     * Asks the recipes whether a session may be used: one that was found may be held back until something is done, such as
     * verifying an email. Each recipe with a session requirement reads what it has to know anew. For callers without a filter that asks.
     *
     * @param session of {@code verify} or {@code refresh}
     * @return why it may not be used yet; empty when it may
     */
    Optional<UnmetRequirement> check(Session session);

    /**
     * Lists a user's sessions that are still good, newest first.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<Session> list(SessionQuery query);

    /**
     * Ends one session of this user. Effective at the next request of that session, on every node.
     *
     * @return whether it ended by this call. False when the user has no such session within the scope, which leaves nothing
     *     to decide: in either case it is over
     */
    boolean revoke(UserId user, SessionHandle handle, Scope scope, Actor actor);

    /**
     * Ends all sessions of this user within the scope, those opened a moment ago included.
     *
     * @return how many ended
     */
    int revokeAll(UserId user, Scope scope, Actor actor);

    /**
     * Ends all sessions of this user within the scope but one: what {@link #revokeAll} does, for a user who goes on in this
     * one.
     *
     * @param keep the session that goes on; when the user has none of this handle, all end
     * @return how many ended
     */
    int revokeOthers(UserId user, SessionHandle keep, Scope scope, Actor actor);

    /**
     * Ends all sessions of all users within the scope: everyone has to sign in again. Works in transactions of at most a
     * thousand sessions, each with an audit event {@code session.everyone-revoked} a tenant; if it breaks off, those that
     * have ended stay so, and calling it again ends the rest. Sessions opened while it runs may end too.
     *
     * @return how many ended
     */
    default int revokeEveryone(Scope scope, Actor actor) {
        return revokeEveryone(scope, Integer.MAX_VALUE, actor);
    }

    /**
     * Ends sessions as {@link #revokeEveryone(Scope, Actor)} does, oldest first, but only so many: so that a request ends
     * in time.
     *
     * @param most how many at most
     * @return how many ended; with less than {@code most} none are left
     * @throws IllegalArgumentException if {@code most} is less than 1
     */
    int revokeEveryone(Scope scope, int most, Actor actor);

    /** Counts the sessions that {@link #revokeEveryone(Scope, Actor)} would end, up to 100,000. */
    CappedCount count(Scope scope);

    /**
     * Ends the session that a token belongs to. Without effect when it has ended before.
     *
     * @param token what the client sent; anything at all, null included
     * @return whether a session ended by this call. False when the token was no good, which leaves nothing to decide: the
     *     client is signed out either way
     */
    default boolean signOut(@Nullable String token, Actor actor) {
        return signOut(token, Scope.all(), actor);
    }

    /**
     * Does as {@link #signOut(String, Actor)} with sessions of these tenants alone; one of another tenant goes on.
     *
     * @param token what the client sent; anything at all, null included
     * @return as there; false as well for a token of another tenant
     */
    boolean signOut(@Nullable String token, Scope scope, Actor actor);
}
