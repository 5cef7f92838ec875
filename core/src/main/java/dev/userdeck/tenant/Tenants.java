package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** The tenants of this app. Safe for use by many threads. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Tenants {

    /**
     * Creates a tenant, unless the id is in use.
     *
     * @param name what people see, 1 to 255 characters
     * @return the new tenant, or empty when the id is taken; then nothing was written
     * @throws IllegalArgumentException if {@code name} is blank or longer than 255 characters
     */
    Optional<Tenant> create(TenantId id, String name, Actor actor);

    /** Finds a tenant by its id. */
    Optional<Tenant> find(TenantId id);

    /** Lists the tenants that {@code scope} covers, ordered by id. */
    List<Tenant> list(Scope scope);
}
