package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one user that are still good, newest first. Start with {@link #of}.
 *
 * @param user whose sessions
 * @param scope sessions in none of its tenants are left out
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SessionQuery(
        UserId user, Scope scope, int size, @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public SessionQuery {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(scope, "scope");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " sessions, not " + size);
        }
    }

    /** The newest {@value #DEFAULT_SIZE} sessions of a user within {@code scope}. */
    public static SessionQuery of(UserId user, Scope scope) {
        return new SessionQuery(user, scope, DEFAULT_SIZE, null);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public SessionQuery size(int newSize) {
        return new SessionQuery(user, scope, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public SessionQuery cursor(@Nullable String newCursor) {
        return new SessionQuery(user, scope, size, newCursor);
    }
}
