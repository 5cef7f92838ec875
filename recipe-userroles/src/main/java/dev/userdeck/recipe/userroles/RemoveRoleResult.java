package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link UserRoles#remove}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface RemoveRoleResult {

    /** The user no longer holds the role there. */
    record Removed() implements RemoveRoleResult {}

    /** The user didn't hold it there. */
    record NotHeld() implements RemoveRoleResult {}

    /** Nobody else holds this {@linkplain Role#isProtected() protected} role, in whatever tenant; nothing was written. */
    record LastHolder() implements RemoveRoleResult {}
}
