package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.time.Instant;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A search of users, its order and its page. Start with {@link #of}.
 *
 * @param scope whose users; a user in one of its tenants is listed
 * @param filter what else must hold of a user
 * @param sort the order
 * @param size how many at most, 1 to {@value #MAX_SIZE}
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserQuery(
        Scope scope,
        UserFilter filter,
        UserSort sort,
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
    public UserQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sort, "sort");
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_SIZE + " users, not " + size);
        }
    }

    /** The newest {@value #DEFAULT_SIZE} users within {@code scope}. */
    public static UserQuery of(Scope scope) {
        return new UserQuery(scope, UserFilter.none(), UserSort.NEWEST_FIRST, DEFAULT_SIZE, null);
    }

    /** Specifies what else must hold of a user. Default: nothing. */
    public UserQuery filter(UserFilter newFilter) {
        return new UserQuery(scope, newFilter, sort, size, cursor);
    }

    /** Specifies the text that finds a user; see {@link UserFilter#search}, which says what it throws. Default: none. */
    public UserQuery search(String text) {
        return filter(filter.search(text));
    }

    /** Specifies one more thing that must hold of a user; see {@link UserFilter#matching}. */
    public UserQuery matching(UserCondition condition) {
        return filter(filter.matching(condition));
    }

    /**
     * Specifies when users joined. Default: at any time.
     *
     * @param from the first moment that counts; null for no bound
     * @param to the first moment that doesn't count any more; null for no bound
     */
    public UserQuery joined(@Nullable Instant from, @Nullable Instant to) {
        return filter(filter.joined(from, to));
    }

    /** Specifies the order. Default: {@link UserSort#NEWEST_FIRST}. */
    public UserQuery sort(UserSort newSort) {
        return new UserQuery(scope, filter, newSort, size, cursor);
    }

    /**
     * Specifies how many a page has at most. Default: {@value #DEFAULT_SIZE}.
     *
     * @param newSize 1 to {@value #MAX_SIZE}
     * @throws IllegalArgumentException if it is less or more
     */
    public UserQuery size(int newSize) {
        return new UserQuery(scope, filter, sort, newSize, cursor);
    }

    /**
     * Specifies the page to read. Default: the first.
     *
     * @param newCursor from a page of the same query, or null for the first page; the list refuses any other by an
     *     {@link dev.userdeck.paging.InvalidCursorException}
     */
    public UserQuery cursor(@Nullable String newCursor) {
        return new UserQuery(scope, filter, sort, size, newCursor);
    }
}
