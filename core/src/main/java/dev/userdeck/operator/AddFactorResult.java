package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Outcome of {@link OperatorFactors#confirmTotp}. In all cases but {@link Added} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface AddFactorResult {

    /**
     * The operator has the factor, and is signed in if that was all that lacked. Other sessions ended.
     *
     * @param factor as it is now
     * @param recoveryCodes those that came with the first factor; empty where there were some
     * @param session with its new token; the one before is void
     */
    record Added(OperatorFactor factor, Optional<RecoveryCodes> recoveryCodes, IssuedOperatorSession session)
            implements AddFactorResult {}

    /**
     * The name or the code was refused. The secret stays: try again.
     *
     * @param errors at least one, of the field {@code name} or {@code code}
     */
    record Refused(List<FieldError> errors) implements AddFactorResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** The session has ended, or no factor is being set up in it. */
    record NotBegun() implements AddFactorResult {}
}
