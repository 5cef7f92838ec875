package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.Veto;
import org.apiguardian.api.API;

/** Outcome of {@link Tenants#delete}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface DeleteTenantResult {

    /**
     * The tenant is gone.
     *
     * @param users how many users were moved, deleted or taken out of it by this call
     */
    record Deleted(int users) implements DeleteTenantResult {}

    /**
     * As many users as the call was to deal with have left; others are still there. Call it again to go on.
     *
     * @param users how many users were moved, deleted or taken out of it by this call
     */
    record NotYet(int users) implements DeleteTenantResult {}

    /**
     * It has users, and nothing was said about what becomes of them; nothing was written.
     *
     * @param users how many, counted up to 100,000
     */
    record HasUsers(long users) implements DeleteTenantResult {}

    /**
     * Users can't be moved as someone else in the other tenant has their email, phone or another identifier. Nothing was
     * written, unless that came about while the call was under way.
     *
     * @param users how many users, counted up to 100,000
     */
    record IdentifiersTaken(long users) implements DeleteTenantResult {}

    /**
     * A recipe keeps one of the users, or keeps one there. The tenant stays, with those users who have not left yet.
     *
     * @param veto why
     * @param users how many users were moved, deleted or taken out of it by this call before
     */
    record Vetoed(Veto veto, int users) implements DeleteTenantResult {}

    /** It is {@link TenantId#PUBLIC}, which always exists. */
    record IsPublic() implements DeleteTenantResult {}

    /**
     * There is no such tenant; nothing was written.
     *
     * @param tenant the one to delete, or the one to move users to
     */
    record Unknown(TenantId tenant) implements DeleteTenantResult {}
}
