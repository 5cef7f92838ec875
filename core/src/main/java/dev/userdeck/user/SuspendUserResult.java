package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Users#suspend}. In all cases but {@link Suspended} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SuspendUserResult {

    /**
     * The user may not sign in any more.
     *
     * @param user the user as of now
     * @param endedSessions how many sessions ended
     */
    record Suspended(User user, int endedSessions) implements SuspendUserResult {}

    /**
     * Reason or end were refused.
     *
     * @param errors at least one, each naming its field
     */
    record Refused(List<FieldError> errors) implements SuspendUserResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** There is no such user within the scope. */
    record Unknown() implements SuspendUserResult {}

    /** The user is in the scope, but in other tenants too. */
    record PartlyOutOfScope() implements SuspendUserResult {}
}
