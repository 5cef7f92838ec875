package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import org.apiguardian.api.API;

/** A place in the dashboard. Made by one of the factories; the dashboard knows the address. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface Link {

    /** The page of a user. */
    static Link toUser(UserId user) {
        return new ToUser(user);
    }

    /**
     * The users list with a filter of the same recipe.
     *
     * @param filter the id of the filter, one of {@link UsersFilter.OneOf} or {@link UsersFilter.AnyOf}
     * @param value what is chosen in it
     */
    static Link toUsers(String filter, String value) {
        return new ToUsers(filter, value);
    }

    /**
     * The preview of a row on a page of the same recipe.
     *
     * @param page the id of the page
     * @param key the key of the row
     */
    static Link toRow(String page, String key) {
        return new ToRow(page, key);
    }

    /**
     * A link that {@link #toUser} makes.
     *
     * @param user whose page
     */
    record ToUser(UserId user) implements Link {}

    /**
     * A link that {@link #toUsers} makes.
     *
     * @param filter the id of the filter
     * @param value what is chosen in it
     */
    record ToUsers(String filter, String value) implements Link {}

    /**
     * A link that {@link #toRow} makes.
     *
     * @param page the id of the page
     * @param key the key of the row
     */
    record ToRow(String page, String key) implements Link {}
}
