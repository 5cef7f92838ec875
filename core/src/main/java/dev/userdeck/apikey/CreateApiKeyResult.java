package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link ApiKeys#create}. In all cases but {@link Created} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface CreateApiKeyResult {

    /**
     * The key is there.
     *
     * @param issued the key with its secret, which nobody can tell again
     */
    record Created(IssuedApiKey issued) implements CreateApiKeyResult {}

    /**
     * The input was refused, as when the caller gives a permission or a tenant that they lack.
     *
     * @param errors at least one, of the field {@code name}, {@code permissions}, {@code tenants} or {@code lifetime}
     */
    record Refused(List<FieldError> errors) implements CreateApiKeyResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
