package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Operators#setUp}. In all cases but {@link Done} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SetUpResult {

    /**
     * The first operator exists and is signed in.
     *
     * @param session the operator's session; where all need a second factor, it is {@linkplain OperatorFactors#pending pending} until
     *     there is one
     */
    record Done(IssuedOperatorSession session) implements SetUpResult {}

    /** The token is wrong, used or older than an hour: one answer for all. */
    record TokenInvalid() implements SetUpResult {}

    /** There is an operator already. */
    record AlreadyDone() implements SetUpResult {}

    /**
     * The input was refused; the token is still good.
     *
     * @param errors at least one, each naming its field
     */
    record Refused(List<FieldError> errors) implements SetUpResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
