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
 * @param size how many at most, 1 to 100; 50 unless said otherwise
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserQuery(
        Scope scope,
        UserFilter filter,
        UserSort sort,
        int size,
        @Nullable String cursor) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code size} is not 1 to 100
     */
    public UserQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sort, "sort");
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 users, not " + size);
        }
    }

    /** The newest 50 users within {@code scope}. */
    public static UserQuery of(Scope scope) {
        return new UserQuery(scope, UserFilter.none(), UserSort.NEWEST_FIRST, 50, null);
    }

    /** The same, of users of whom this holds. */
    public UserQuery filter(UserFilter newFilter) {
        return new UserQuery(scope, newFilter, sort, size, cursor);
    }

    /** The same, of users whom this text finds; see {@link UserFilter#search}. */
    public UserQuery search(String text) {
        return filter(filter.search(text));
    }

    /** The same, of users for whom this holds too. */
    public UserQuery matching(UserCondition condition) {
        return filter(filter.matching(condition));
    }

    /** The same, of users who joined from one moment, included, to another, not included; null for no bound. */
    public UserQuery joined(@Nullable Instant from, @Nullable Instant to) {
        return filter(filter.joined(from, to));
    }

    /** The same in another order. */
    public UserQuery sort(UserSort newSort) {
        return new UserQuery(scope, filter, newSort, size, cursor);
    }

    /** The same with pages of another size, 1 to 100. */
    public UserQuery size(int newSize) {
        return new UserQuery(scope, filter, sort, newSize, cursor);
    }

    /** The page that a cursor of this query leads to; null for the first. */
    public UserQuery cursor(@Nullable String newCursor) {
        return new UserQuery(scope, filter, sort, size, newCursor);
    }
}
