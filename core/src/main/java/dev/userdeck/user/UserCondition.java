package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A condition on users, in SQL: how a recipe filters the list by rows of its own. For instance
 *
 * <pre>{@code
 * UserCondition.of("exists (select 1 from tag t where t.user_id = {user} and t.label = ?)", "vip")
 *         .ids("select t.user_id from tag t where t.label = ?")
 * }</pre>
 *
 * <p>Values come from people: never write one into the SQL, always bind it. Where rows are of one tenant, the SQL has to
 * keep to the scope it was asked for.
 *
 * @param sql a condition, in which <code>{user}</code> stands for the id of the user at hand, and {@code ?} for each
 *     bind. Must be quick for one user. It may not use the alias {@code listed}
 * @param binds the values in order: {@code String}, {@code Long}, {@code Integer} or {@code Boolean}
 * @param ids a select of the ids of these users, by an index and with the same binds, each once; users who are not meant
 *     may be in it, as {@code sql} is asked of each. From it a page is made when these users are few among many. Null when
 *     there is no such index: then a page of few among many may be short or empty, with a cursor that goes on
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserCondition(
        String sql, List<Object> binds, @Nullable String ids) {
    /** What stands for the user's id. */
    public static final String USER = "{user}";

    /**
     * Checks that the condition is about the user, and copies the list.
     *
     * @throws IllegalArgumentException if {@link #USER} is not in {@code sql}
     */
    public UserCondition {
        Objects.requireNonNull(sql, "sql");
        binds = List.copyOf(binds);
        if (!sql.contains(USER)) {
            throw new IllegalArgumentException("A condition on users names the user by {user}");
        }
    }

    /** A condition with its values. */
    public static UserCondition of(String sql, Object... binds) {
        return new UserCondition(sql, List.of(binds), null);
    }

    /** The same with a select of the ids of these users, which takes the same values. */
    public UserCondition ids(String select) {
        return new UserCondition(sql, binds, Objects.requireNonNull(select, "select"));
    }
}
