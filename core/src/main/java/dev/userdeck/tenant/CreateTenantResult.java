package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Tenants#create}. In all cases but {@link Created} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface CreateTenantResult {

    /**
     * The tenant exists now.
     *
     * @param tenant the new tenant
     */
    record Created(Tenant tenant) implements CreateTenantResult {}

    /**
     * There is a tenant of this id, and nothing else is wrong.
     *
     * @param id the one that is taken
     */
    record IdTaken(TenantId id) implements CreateTenantResult {}

    /**
     * The input was refused.
     *
     * @param errors at least one, each naming its field, as in {@code tenant-name-invalid}
     */
    record Refused(List<FieldError> errors) implements CreateTenantResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
