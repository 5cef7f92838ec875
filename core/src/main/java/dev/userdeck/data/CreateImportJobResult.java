package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** What became of an import job that was to be created. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface CreateImportJobResult {

    /** It is there, and waits for its file. */
    record Created(ImportJob job) implements CreateImportJobResult {}

    /** The operator may not import users into these tenants. */
    record NotAllowed() implements CreateImportJobResult {}

    /** It makes no sense, or the operator has too many that are not over. */
    record Refused(List<FieldError> errors) implements CreateImportJobResult {
        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
