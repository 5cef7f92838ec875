package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.Veto;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Keeps users from being deleted or taken out of a tenant, whoever asks for it. Asked inside the transaction that would do
 * it, on its thread, with the user's row locked and before anything is written. An answer holds until the transaction ends
 * only if the rows it rests on are locked too.
 *
 * <p>After a deadlock the transaction is tried again, so a method may run twice: keep to the database.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UserVeto {

    /**
     * Why the user may not be deleted; empty when nothing speaks against it. Asked before a bulk deletion is started, too, so
     * that operators see how many it will refuse: then nothing is deleted behind it, and the user's row isn't locked.
     */
    default Optional<Veto> onDeletion(User user) {
        return Optional.empty();
    }

    /**
     * Why the user may not leave a tenant; empty when nothing speaks against it. Not asked when the user is deleted. When a
     * tenant is deleted after its users were moved, each is asked about, and is in the other tenant already.
     */
    default Optional<Veto> onLeaving(User user, TenantId tenant) {
        return Optional.empty();
    }
}
