package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link UserRoles#create}. Every case is an answer the caller is expected to handle. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface CreateRoleResult {

    /**
     * The role exists now.
     *
     * @param role the new role
     */
    record Created(Role role) implements CreateRoleResult {}

    /**
     * There is a role with this name, or with one that looks the same; nothing was changed.
     *
     * @param name of the role that is there
     */
    record NameTaken(String name) implements CreateRoleResult {}

    /**
     * The input was refused; nothing was written.
     *
     * @param errors at least one, each naming its field: {@code name}, {@code description} or {@code permissions}
     */
    record Refused(List<FieldError> errors) implements CreateRoleResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
