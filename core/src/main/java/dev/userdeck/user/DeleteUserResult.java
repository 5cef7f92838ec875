package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.Veto;
import org.apiguardian.api.API;

/** Outcome of {@link Users#delete}. In all cases but {@link Deleted} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface DeleteUserResult {

    /** The user and all that belonged to the user are gone. */
    record Deleted() implements DeleteUserResult {}

    /** There is no such user within the scope. */
    record Unknown() implements DeleteUserResult {}

    /** The user is in the scope, but in other tenants too. */
    record PartlyOutOfScope() implements DeleteUserResult {}

    /**
     * A recipe keeps the user.
     *
     * @param veto why
     */
    record Vetoed(Veto veto) implements DeleteUserResult {}
}
