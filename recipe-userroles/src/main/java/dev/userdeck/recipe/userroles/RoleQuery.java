package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A search of roles; it lists them by name, without regard to case. Start with {@link #all}.
 *
 * @param search how the name begins, without regard to case, or one of the permissions; empty for all
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleQuery(String search, int size, @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Strips the beginning of the text and checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public RoleQuery {
        search = Objects.requireNonNull(search, "search").stripLeading();
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " roles, not " + size);
        }
    }

    /** The first {@value #DEFAULT_SIZE} roles. */
    public static RoleQuery all() {
        return new RoleQuery("", DEFAULT_SIZE, null);
    }

    /**
     * Specifies how the name begins, or one of the permissions. Default: any.
     *
     * @param newText without regard to case in names; null or empty for any
     */
    public RoleQuery search(@Nullable String newText) {
        return new RoleQuery(newText == null ? "" : newText, size, cursor);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public RoleQuery size(int newSize) {
        return new RoleQuery(search, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public RoleQuery cursor(@Nullable String newCursor) {
        return new RoleQuery(search, size, newCursor);
    }
}
