package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Page;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The tenants of this app. Safe for use by many threads. Every change is an audit event of the same transaction. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Tenants {

    /**
     * Creates a tenant that allows all ways to sign in, unless the id is in use.
     *
     * @param name what people see, as {@link Tenant#isValidName} would have it
     * @return what happened; never throws for a refused or taken value
     */
    CreateTenantResult create(TenantId id, String name, Actor actor);

    /** Finds a tenant by its id. */
    Optional<Tenant> find(TenantId id);

    /** Lists all tenants that {@code scope} covers, ordered by id. For people, and for many tenants, see {@link #list}. */
    List<Tenant> listAll(Scope scope);

    /**
     * Lists tenants by name with how many users they have, by cursor. A search looks at a thousand tenants a page at
     * most: a page may have fewer tenants than asked for, or none, and lead on to the next all the same.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<TenantSummary> list(TenantQuery query);

    /** Counts what hangs on a tenant; empty when there is none of this id. */
    Optional<TenantUsage> usage(TenantId id);

    /**
     * Gives a tenant another name. Of two at once the later wins; nothing else of the tenant is touched.
     *
     * @param name what people see, as {@link Tenant#isValidName} would have it
     * @return what happened; never throws for a refused value
     */
    UpdateTenantResult rename(TenantId id, String name, Actor actor);

    /**
     * Lets users of a tenant sign in by {@code method}; without effect when they may.
     *
     * @return never {@link UpdateTenantResult.Refused}
     */
    UpdateTenantResult allow(TenantId id, SignInMethod method, Actor actor);

    /**
     * Keeps users of a tenant from signing up and signing in by {@code method}, from the next time on: sessions go on.
     * Without effect when they are kept from it. With the last one off, nobody can sign in to the tenant.
     *
     * @return never {@link UpdateTenantResult.Refused}
     */
    UpdateTenantResult forbid(TenantId id, SignInMethod method, Actor actor);

    /** Deletes a tenant that has no users. {@link TenantId#PUBLIC} can't be deleted. */
    default DeleteTenantResult delete(TenantId id, Actor actor) {
        return delete(id, null, Integer.MAX_VALUE, actor);
    }

    /**
     * Deletes a tenant after its users have left it, those who join meanwhile included.
     *
     * <p>Moving takes a hundred users a transaction, deleting one; then the empty tenant goes in a transaction of its
     * own. If the call breaks off, users who have left stay away, and calling it again goes on. Within a transaction of
     * the host all of it is part of that.
     *
     * @param users what becomes of them; null refuses a tenant that has some
     * @param most how many users to deal with in this call, at least 1: so that a request ends in time
     * @throws IllegalArgumentException if {@code most} is less than 1, or users are to move to the tenant itself
     */
    DeleteTenantResult delete(TenantId id, @Nullable TenantUsers users, int most, Actor actor);
}
