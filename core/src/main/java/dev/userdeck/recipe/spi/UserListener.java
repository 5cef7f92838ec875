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

    /**
     * A user was changed: name, email, phone, external id, status, tenants or login methods. Not called when users leave a tenant
     * that is deleted: rows that a recipe keeps of a tenant go with it by a foreign key.
     *
     * @param before as of a moment ago
     * @param after as of now
     */
    default void updated(User before, User after) {}

    /**
     * A user has proved to read the mail that is sent to an address. Called behind {@link #updated}, and also for an address
     * that was proved before.
     */
    default void emailProved(EmailProof proof) {}

    /**
     * Two users are one now. Rows that belong to {@code from} are still there: move to {@code into} what is worth keeping,
     * as what is left goes with {@code from}. {@link #updated} and {@link #deleting} are not called.
     *
     * @param into the user who stays, in the tenants of both
     * @param from the user who goes, as of before
     */
    default void merged(User into, User from) {}

    /** A user is about to be deleted; the rows are still there. */
    default void deleting(User user) {}
}
