package dev.userdeck.internal.user.edit;

import dev.userdeck.error.VetoedException;
import dev.userdeck.recipe.spi.UserVeto;
import dev.userdeck.recipe.spi.Veto;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Asks the recipes before something is done to a user, within its transaction; the first that objects ends it. */
public final class UserVetoes {
    private final List<UserVeto> all = new CopyOnWriteArrayList<>();

    /** Adds some who are asked. */
    public void add(List<UserVeto> more) {
        all.addAll(more);
    }

    /** Whether anybody is asked. */
    boolean areThere() {
        return !all.isEmpty();
    }

    /**
     * Before a user is deleted, whose row is locked.
     *
     * @throws VetoedException if a recipe objects
     */
    public void beforeDeletion(User user) {
        ask(veto -> veto.onDeletion(user));
    }

    /**
     * Before a user, whose row is locked, is taken out of a tenant and stays in others.
     *
     * @throws VetoedException if a recipe objects
     */
    public void beforeLeaving(User user, TenantId tenant) {
        ask(veto -> veto.onLeaving(user, tenant));
    }

    private void ask(Function<UserVeto, Optional<Veto>> question) {
        for (UserVeto veto : all) {
            question.apply(veto).ifPresent(objection -> {
                throw new VetoedException(objection.code(), objection.message());
            });
        }
    }
}
