package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which programs call the API of the dashboard. Safe for use by many threads.
 *
 * <p>A key is the app's, and goes on when who made it is disabled or deleted. It can do what it was given, as long as there is a
 * permission of that name, and never {@link Permission#OPERATORS_WRITE} nor {@link Permission#API_KEYS_WRITE}. A key that is over
 * is forgotten 30 days later.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ApiKeys {
    /** The permissions that a caller can give to a key, in the order in which they are declared. */
    List<Permission> givable(Access caller);

    /**
     * Makes a key.
     *
     * @param caller who gives no more than they have
     * @param actor who makes it, for the audit trail, and for people to ask
     * @return what happened; never throws for a refused value
     */
    CreateApiKeyResult create(NewApiKey key, Access caller, Actor actor);

    /**
     * Lists keys, the newest first, those that are over included.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<ApiKey> list(ApiKeyQuery query);

    /** Finds a key; empty if it is good in a tenant beyond {@code scope}. */
    Optional<ApiKey> find(ApiKeyId id, Scope scope);

    /** Tells whether {@link #rotate} is the caller's to ask for: they could do all that the key can, and it wasn't revoked. */
    boolean mayRotate(ApiKey key, Access caller);

    /**
     * Gives a key a new secret, and a new time with it; the one before stays good for a while, so that programs can be moved over.
     * Of two calls at once one succeeds, if there is an overlap.
     *
     * @param caller who could do all that the key can
     * @return what happened; never throws for a refused value
     */
    RotateApiKeyResult rotate(ApiKeyId id, ApiKeyRotation rotation, Access caller, Actor actor);

    /**
     * Ends a key, for good: each call that begins after this one has returned is refused, on every node. Of a key that was revoked
     * before nothing changes.
     *
     * @return the key as it is now; empty if there is none within {@code scope}
     */
    Optional<ApiKey> revoke(ApiKeyId id, Scope scope, Actor actor);

    /**
     * Finds the key that a token belongs to. What is refused slows down what is refused next from the same address.
     *
     * @param token what the client sent; anything at all, null included
     * @param ip the client's address, null when not known
     */
    VerifyApiKeyResult verify(@Nullable String token, @Nullable String ip);
}
