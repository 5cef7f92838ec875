package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of the changes of {@link OperatorAccounts}. In all cases but {@link Changed} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface ChangeOperatorResult {

    /**
     * It is done, or was so already.
     *
     * @param account as it is now; as it was, if it is deleted
     */
    record Changed(OperatorAccount account) implements ChangeOperatorResult {}

    /** There is no such operator within the caller's scope. */
    record Unknown() implements ChangeOperatorResult {}

    /** The operator may do more than the caller; or a permission or a tenant is not the caller's to give. */
    record OutOfReach() implements ChangeOperatorResult {}

    /** Nobody would be left who owns all tenants and can sign in. */
    record LastOwner() implements ChangeOperatorResult {}

    /**
     * Who was invited can be neither disabled nor enabled: delete the invitation.
     *
     * @param status whether the operator can sign in
     */
    record WrongStatus(OperatorStatus status) implements ChangeOperatorResult {}

    /**
     * The input was refused.
     *
     * @param errors at least one, of the field {@code preset}, {@code tenants}, {@code name}, {@code language} or
     *     {@code timeZone}
     */
    record Refused(List<FieldError> errors) implements ChangeOperatorResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
