package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list. Start with {@link #within}.
 *
 * @param scope whose users; a user in one of its tenants is listed
 * @param conditions what else must hold of a user, all of them
 * @param joinedFrom only who joined then or later, null for no bound
 * @param joinedTo only who joined before, null for no bound
 * @param sort the order
 * @param size how many at most, 1 to 100; 50 unless said otherwise
 * @param cursor from the page before or after, null for the first page
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserQuery(
        Scope scope,
        List<UserCondition> conditions,
        @Nullable Instant joinedFrom,
        @Nullable Instant joinedTo,
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
        Objects.requireNonNull(sort, "sort");
        conditions = List.copyOf(conditions);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 users, not " + size);
        }
    }

    /** The newest 50 users within {@code scope}. */
    public static UserQuery within(Scope scope) {
        return new UserQuery(scope, List.of(), null, null, UserSort.NEWEST_FIRST, 50, null);
    }

    /** The same, of users for whom this holds too. */
    public UserQuery matching(UserCondition condition) {
        var all = new ArrayList<>(conditions);
        all.add(condition);
        return new UserQuery(scope, all, joinedFrom, joinedTo, sort, size, cursor);
    }

    /** The same, of users who joined from one moment, included, to another, not included; null for no bound. */
    public UserQuery joined(@Nullable Instant from, @Nullable Instant to) {
        return new UserQuery(scope, conditions, from, to, sort, size, cursor);
    }

    /** The same in another order. */
    public UserQuery sortedBy(UserSort newSort) {
        return new UserQuery(scope, conditions, joinedFrom, joinedTo, newSort, size, cursor);
    }

    /** The same with pages of another size, 1 to 100. */
    public UserQuery sized(int newSize) {
        return new UserQuery(scope, conditions, joinedFrom, joinedTo, sort, newSize, cursor);
    }

    /** The page that a cursor of this query leads to; null for the first. */
    public UserQuery at(@Nullable String newCursor) {
        return new UserQuery(scope, conditions, joinedFrom, joinedTo, sort, size, newCursor);
    }
}
