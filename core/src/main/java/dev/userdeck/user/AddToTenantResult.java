package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Users#addToTenant}. In all cases but {@link Added} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface AddToTenantResult {

    /**
     * The user is in the tenant now.
     *
     * @param user the user, with the tenants that the scope covers
     */
    record Added(User user) implements AddToTenantResult {}

    /** The user was in the tenant before. */
    record AlreadyMember() implements AddToTenantResult {}

    /**
     * Someone else in the tenant has what identifies the user.
     *
     * @param errors at least one: {@code email-taken}, {@code phone-taken}, {@code login-taken} or
     *     {@code external-id-taken}, each naming the field
     */
    record Taken(List<FieldError> errors) implements AddToTenantResult {

        /** Copies the list. */
        public Taken {
            errors = List.copyOf(errors);
        }
    }

    /** There is no such user or no such tenant, as far as the scope goes. */
    record Unknown() implements AddToTenantResult {}
}
