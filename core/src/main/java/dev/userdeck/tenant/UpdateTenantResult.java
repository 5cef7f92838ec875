package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of what changes a tenant. In all cases but {@link Updated} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface UpdateTenantResult {

    /**
     * The tenant is like this now, which may be as before.
     *
     * @param tenant as of now
     */
    record Updated(Tenant tenant) implements UpdateTenantResult {}

    /**
     * The input was refused.
     *
     * @param errors at least one, each naming its field, as in {@code tenant-name-invalid}
     */
    record Refused(List<FieldError> errors) implements UpdateTenantResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** There is no tenant of this id. */
    record Unknown() implements UpdateTenantResult {}
}
