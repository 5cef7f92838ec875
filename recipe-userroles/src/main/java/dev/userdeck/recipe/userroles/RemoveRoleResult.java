package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link UserRoles#remove}. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum RemoveRoleResult {
    /** The user no longer holds the role there. */
    REMOVED,
    /** The user didn't hold it there. */
    NOT_HELD,
    /** Nobody else holds this {@linkplain Role#isProtected() protected} role, in whatever tenant; nothing was written. */
    LAST_HOLDER
}
