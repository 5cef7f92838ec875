package dev.userdeck.internal.user.edit;

import dev.userdeck.error.Veto;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Asks the recipes before something is done to a user, within its transaction; the first that objects is heard. */
public final class UserVetoes {
    private final List<UserVeto> all = new CopyOnWriteArrayList<>();

    /** Adds some who are asked. */
    public void add(List<UserVeto> more) {
        all.addAll(more);
    }

    /** Whether anybody is asked. */
    public boolean areThere() {
        return !all.isEmpty();
    }

    /** Why a user may not be deleted; empty if no recipe objects. Who goes on to delete the user has locked the row. */
    public Optional<Veto> onDeletion(User user) {
        return ask(veto -> veto.onDeletion(user));
    }

    /** Why a user, whose row is locked, may not be taken out of a tenant to stay in others; empty if no recipe objects. */
    Optional<Veto> onLeaving(User user, TenantId tenant) {
        return ask(veto -> veto.onLeaving(user, tenant));
    }

    private Optional<Veto> ask(Function<UserVeto, Optional<Veto>> question) {
        for (UserVeto veto : all) {
            Optional<Veto> objection = question.apply(veto);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }
}
