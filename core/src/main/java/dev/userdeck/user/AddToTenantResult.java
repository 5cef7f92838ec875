package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link Users#addToTenant}. In all cases but {@link #ADDED} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum AddToTenantResult {
    /** The user is in the tenant now. */
    ADDED,
    /** The user was in the tenant before. */
    ALREADY_THERE,
    /** Someone else in the tenant has the same address. */
    EMAIL_TAKEN,
    /** Someone else in the tenant has the same number. */
    PHONE_TAKEN,
    /** Someone else in the tenant has the same login of the host's. */
    LOGIN_TAKEN,
    /** Someone else in the tenant has the same external id. */
    EXTERNAL_ID_TAKEN,
    /** There is no such user or no such tenant, as far as the scope goes. */
    UNKNOWN
}
