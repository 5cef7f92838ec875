package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link UserRoles#update}: all of the change or nothing. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface UpdateRoleResult {

    /**
     * The role is as it was asked for now.
     *
     * @param role with the new version, or the old one if there was nothing to change
     */
    record Updated(Role role) implements UpdateRoleResult {}

    /**
     * Someone else has changed the role since it was read; nothing was written.
     *
     * @param current as it is now
     */
    record Stale(Role current) implements UpdateRoleResult {}

    /**
     * There is another role with the new name, or with one that looks the same; nothing was written.
     *
     * @param name of the role that is there
     */
    record NameTaken(String name) implements UpdateRoleResult {}

    /**
     * The role is {@linkplain Role#isProtected() protected} or {@linkplain UserRolesRecipe#privilegedRoles privileged} and keeps
     * its name; nothing was written.
     */
    record Protected() implements UpdateRoleResult {}

    /**
     * The input was refused; nothing was written.
     *
     * @param errors at least one, each naming its field: {@code name}, {@code description} or {@code permissions}
     */
    record Refused(List<FieldError> errors) implements UpdateRoleResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** There is no such role. */
    record Unknown() implements UpdateRoleResult {}
}
