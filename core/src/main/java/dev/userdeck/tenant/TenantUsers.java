package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The ways to deal with the users of a tenant that is deleted. Their sessions there end in any case. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface TenantUsers {

    /** Users who are in another tenant too leave this one; the others are deleted with everything of theirs. */
    static TenantUsers delete() {
        return new Delete();
    }

    /** All of them are in {@code tenant} then. What recipes keep for them in the deleted one, such as roles, goes. */
    static TenantUsers moveTo(TenantId tenant) {
        return new MoveTo(tenant);
    }

    /** The way that {@link TenantUsers#delete} chooses. */
    record Delete() implements TenantUsers {}

    /**
     * See {@link TenantUsers#moveTo}.
     *
     * @param tenant where to
     */
    record MoveTo(TenantId tenant) implements TenantUsers {}
}
