package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link BulkJobs#dryRun}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface DryRunBulkJobResult {

    /** It was looked at. */
    record Seen(BulkDryRun run) implements DryRunBulkJobResult {}

    /**
     * Something is wrong with what was asked for.
     *
     * @param errors at least one; they name {@code action}, {@code users} or {@code values}
     */
    record Refused(List<FieldError> errors) implements DryRunBulkJobResult {
        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** The operator may not do this. */
    record NotAllowed() implements DryRunBulkJobResult {}
}
