package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.Veto;
import org.apiguardian.api.API;

/** Outcome of {@link Users#removeFromTenant}. In all cases but {@link Removed} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface RemoveFromTenantResult {

    /**
     * The user is not in the tenant any more.
     *
     * @param user the user, with the tenants that the scope covers
     */
    record Removed(User user) implements RemoveFromTenantResult {}

    /** The user was not in the tenant. */
    record NotAMember() implements RemoveFromTenantResult {}

    /** It is the user's last tenant: delete the user instead. */
    record LastTenant() implements RemoveFromTenantResult {}

    /** There is no such user within the scope, or the scope doesn't cover the tenant. */
    record Unknown() implements RemoveFromTenantResult {}

    /**
     * A recipe keeps the user there.
     *
     * @param veto why
     */
    record Vetoed(Veto veto) implements RemoveFromTenantResult {}
}
