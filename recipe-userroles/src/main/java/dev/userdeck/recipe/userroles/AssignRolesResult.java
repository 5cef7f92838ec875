package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Set;
import org.apiguardian.api.API;

/** Outcome of {@link UserRoles#assign}: all of it or nothing. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface AssignRolesResult {

    /**
     * The user holds all of the roles now.
     *
     * @param added those that the user did not hold before
     */
    record Assigned(Set<String> added) implements AssignRolesResult {

        /** Copies the set. */
        public Assigned {
            added = Set.copyOf(added);
        }
    }

    /**
     * There are no such roles; nothing was written.
     *
     * @param roles at least one
     */
    record UnknownRoles(Set<String> roles) implements AssignRolesResult {

        /** Copies the set. */
        public UnknownRoles {
            roles = Set.copyOf(roles);
        }
    }

    /** There is no such user in this tenant; nothing was written. */
    record NotAMember() implements AssignRolesResult {}
}
