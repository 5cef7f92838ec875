package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Users#unlink}. In all cases but {@link Unlinked} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface UnlinkResult {

    /**
     * The login method is another user's now.
     *
     * @param remaining the user who had it
     * @param created the user who has it
     */
    record Unlinked(User remaining, User created) implements UnlinkResult {}

    /**
     * The login method can't be parted from the others.
     *
     * @param errors at least one
     */
    record Refused(List<FieldError> errors) implements UnlinkResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** There is no such user within the scope, or the user has no such login method. */
    record Unknown() implements UnlinkResult {}

    /** The user is in the scope, but in other tenants too. */
    record PartlyOutOfScope() implements UnlinkResult {}
}
