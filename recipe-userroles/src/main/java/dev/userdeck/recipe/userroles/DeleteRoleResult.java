package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link UserRoles#delete}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface DeleteRoleResult {

    /**
     * The role is gone.
     *
     * @param assignments how many went with it; one for each user and tenant
     */
    record Deleted(long assignments) implements DeleteRoleResult {}

    /** The role is {@linkplain Role#isProtected() protected}; nothing was written. */
    record Protected() implements DeleteRoleResult {}

    /** There is no such role. */
    record Unknown() implements DeleteRoleResult {}
}
