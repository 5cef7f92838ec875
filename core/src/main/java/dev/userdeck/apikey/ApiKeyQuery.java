package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A search of API keys; it lists the newest first. Start with {@link #of}.
 *
 * @param scope which of them may be seen: those that are good in no tenant beyond it
 * @param search a part of the name, or of the name of who made it, without regard to case; or the beginning of a secret; empty for
 *     all
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ApiKeyQuery(
        Scope scope, String search, int size, @Nullable String cursor) {
    /** How many a page has unless said otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** How many a page has at most. */
    public static final int MAX_SIZE = 100;

    /**
     * Strips the text and checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to {@value #MAX_SIZE}
     */
    public ApiKeyQuery {
        Objects.requireNonNull(scope, "scope");
        search = Objects.requireNonNull(search, "search").strip();
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " keys, not " + size);
        }
    }

    /** The first {@value #DEFAULT_SIZE} keys that are good in no tenant beyond {@code scope}. */
    public static ApiKeyQuery of(Scope scope) {
        return new ApiKeyQuery(scope, "", DEFAULT_SIZE, null);
    }

    /**
     * Specifies what the name or the name of who made it has in it, or what a secret begins with. Default: anything.
     *
     * @param newText null or empty for all
     */
    public ApiKeyQuery search(@Nullable String newText) {
        return new ApiKeyQuery(scope, newText == null ? "" : newText, size, cursor);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public ApiKeyQuery size(int newSize) {
        return new ApiKeyQuery(scope, search, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public ApiKeyQuery cursor(@Nullable String newCursor) {
        return new ApiKeyQuery(scope, search, size, newCursor);
    }
}
