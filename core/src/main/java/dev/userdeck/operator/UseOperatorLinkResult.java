package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link OperatorLinks#accept} and {@link OperatorLinks#reset}. In all cases but {@link Done} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface UseOperatorLinkResult {

    /**
     * The operator can sign in with the new password.
     *
     * @param account who
     */
    record Done(OperatorAccount account) implements UseOperatorLinkResult {}

    /** The token is wrong, used, too old, or of the other kind of link: one answer for all. */
    record Unusable() implements UseOperatorLinkResult {}

    /**
     * The input was refused; the link is still good.
     *
     * @param errors at least one, of the field {@code name} or {@code password}
     */
    record Refused(List<FieldError> errors) implements UseOperatorLinkResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
