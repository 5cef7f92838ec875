package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The users who hold a role, by their id. Start with {@link #of}.
 *
 * @param role its name; of an unknown one there are none
 * @param scope the tenants to look in
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleHolderQuery(
        String role, Scope scope, int size, @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public RoleHolderQuery {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " holders, not " + size);
        }
    }

    /** The first {@value #DEFAULT_SIZE} users who hold a role within {@code scope}. */
    public static RoleHolderQuery of(String role, Scope scope) {
        return new RoleHolderQuery(role, scope, DEFAULT_SIZE, null);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public RoleHolderQuery size(int newSize) {
        return new RoleHolderQuery(role, scope, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public RoleHolderQuery cursor(@Nullable String newCursor) {
        return new RoleHolderQuery(role, scope, size, newCursor);
    }
}
