package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link BulkJobs#start}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface StartBulkJobResult {

    /** It goes on in the background. */
    record Started(BulkJob job) implements StartBulkJobResult {}

    /**
     * Something is wrong with what was asked for; nothing was written.
     *
     * @param errors at least one; they name {@code action}, {@code users}, {@code reason} or {@code values}
     */
    record Refused(List<FieldError> errors) implements StartBulkJobResult {
        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** The operator may not do this. */
    record NotAllowed() implements StartBulkJobResult {}
}
