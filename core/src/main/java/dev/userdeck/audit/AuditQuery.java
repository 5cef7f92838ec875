package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A search of the audit trail, newest first. Start with {@link #of}; each filter narrows the list further.
 *
 * <p>One filter alone is served by an index. Of several at once, a page reads a bounded number of events and may hold
 * fewer than {@code size}, even none, and still have a page after it: ask on with its cursor.
 *
 * @param scope events in none of its tenants are left out; those in no tenant at all need {@link Scope#all()}
 * @param actorKind who: what sort of actor; null for any
 * @param actorId who: the id of the actor; null for any
 * @param action what: an action such as {@code user.signed-in}, or all of a component by the part up to the dot, such
 *     as {@code user.}; null for any
 * @param user on whom; null for any
 * @param tenant in which tenant; null for any
 * @param from not before this time; null for no limit
 * @param to before this time; null for no limit
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record AuditQuery(
        Scope scope,
        Actor.@Nullable Kind actorKind,
        @Nullable String actorId,
        @Nullable String action,
        @Nullable UserId user,
        @Nullable TenantId tenant,
        @Nullable Instant from,
        @Nullable Instant to,
        int size,
        @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public AuditQuery {
        Objects.requireNonNull(scope, "scope");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " events, not " + size);
        }
    }

    /** The newest {@value #DEFAULT_SIZE} events within {@code scope}. */
    public static AuditQuery of(Scope scope) {
        return new AuditQuery(scope, null, null, null, null, null, null, null, DEFAULT_SIZE, null);
    }

    /** Specifies the sort of actor who did it. Default: any. */
    public AuditQuery actor(Actor.Kind kind) {
        return new AuditQuery(scope, kind, actorId, action, user, tenant, from, to, size, cursor);
    }

    /** Specifies the id of the actor who did it. Default: any. */
    public AuditQuery actor(String newActorId) {
        return new AuditQuery(scope, actorKind, newActorId, action, user, tenant, from, to, size, cursor);
    }

    /** Specifies the sort and the id of the actor who did it. Default: any. */
    public AuditQuery actor(Actor.Kind kind, String newActorId) {
        return actor(kind).actor(newActorId);
    }

    /** Specifies the action or, if it ends in a dot, the component. Default: any. */
    public AuditQuery action(String newAction) {
        return new AuditQuery(scope, actorKind, actorId, newAction, user, tenant, from, to, size, cursor);
    }

    /** Specifies the user it was done to. Default: any, and none. */
    public AuditQuery user(UserId newUser) {
        return new AuditQuery(scope, actorKind, actorId, action, newUser, tenant, from, to, size, cursor);
    }

    /** Specifies a tenant of the scope that it was done in. Default: any. */
    public AuditQuery tenant(TenantId newTenant) {
        return new AuditQuery(scope, actorKind, actorId, action, user, newTenant, from, to, size, cursor);
    }

    /** Specifies the first moment that counts. Default: no limit. */
    public AuditQuery from(Instant start) {
        return new AuditQuery(scope, actorKind, actorId, action, user, tenant, start, to, size, cursor);
    }

    /** Specifies the first moment that doesn't count any more. Default: no limit. */
    public AuditQuery to(Instant end) {
        return new AuditQuery(scope, actorKind, actorId, action, user, tenant, from, end, size, cursor);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public AuditQuery size(int newSize) {
        return new AuditQuery(scope, actorKind, actorId, action, user, tenant, from, to, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public AuditQuery cursor(@Nullable String newCursor) {
        return new AuditQuery(scope, actorKind, actorId, action, user, tenant, from, to, size, newCursor);
    }
}
