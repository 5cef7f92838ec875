package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.User;
import org.apiguardian.api.API;

/**
 * Hears of changes to users inside the transaction that makes them, on its thread. What a method throws undoes the change.
 * After a deadlock the transaction is tried again, so a method may run twice: keep to the database.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UserListener {

    /** A user was created. */
    default void created(User user) {}

    /** A user is about to be deleted; the rows are still there. */
    default void deleting(User user) {}
}
