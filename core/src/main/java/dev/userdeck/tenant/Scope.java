package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collection;
import java.util.Set;
import org.apiguardian.api.API;

/** The tenants that a caller may see: all, or some. Every read takes one; it becomes a predicate of the SQL. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface Scope {

    /** Every tenant, now and in future. */
    static Scope all() {
        return All.INSTANCE;
    }

    /**
     * Returns the scope of these tenants alone.
     *
     * @throws IllegalArgumentException if {@code tenants} is empty
     */
    static Scope of(Collection<TenantId> tenants) {
        return new Only(Set.copyOf(tenants));
    }

    /** Returns the scope of this tenant alone. */
    static Scope of(TenantId tenant) {
        return new Only(Set.of(tenant));
    }

    /** Tells whether this scope covers {@code tenant}. */
    boolean covers(TenantId tenant);

    /** Tells whether this scope covers each of {@code tenants}. */
    default boolean coversAll(Collection<TenantId> tenants) {
        return tenants.stream().allMatch(this::covers);
    }

    /** Every tenant. */
    enum All implements Scope {
        /** The one value. */
        INSTANCE;

        @Override
        public boolean covers(TenantId tenant) {
            return true;
        }
    }

    /**
     * Some tenants.
     *
     * @param tenants at least one
     */
    record Only(Set<TenantId> tenants) implements Scope {

        /** Copies the set and refuses an empty one. */
        public Only {
            if (tenants.isEmpty()) {
                throw new IllegalArgumentException(
                        "A scope needs at least one tenant; use Scope.all() for all of them");
            }
            tenants = Set.copyOf(tenants);
        }

        @Override
        public boolean covers(TenantId tenant) {
            return tenants.contains(tenant);
        }
    }
}
