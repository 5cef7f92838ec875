package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link OperatorAccounts#invite}. In all cases but {@link Invited} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface InviteOperatorResult {

    /**
     * The operator is there, and can accept.
     *
     * @param account who
     * @param link mailed, or to be handed over
     */
    record Invited(OperatorAccount account, OperatorLink link) implements InviteOperatorResult {}

    /** An operator has this address, whether or not the caller may see this person. */
    record EmailTaken() implements InviteOperatorResult {}

    /** A permission or a tenant is not the caller's to give. */
    record OutOfReach() implements InviteOperatorResult {}

    /**
     * The input was refused.
     *
     * @param errors at least one, of the field {@code email}, {@code preset} or {@code tenants}
     */
    record Refused(List<FieldError> errors) implements InviteOperatorResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
