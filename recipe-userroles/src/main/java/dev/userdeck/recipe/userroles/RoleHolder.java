package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Someone who holds a role.
 *
 * @param user who
 * @param tenants where, at least one, in alphabetical order
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleHolder(UserId user, List<TenantId> tenants) {

    /** Copies the list. */
    public RoleHolder {
        tenants = List.copyOf(tenants);
    }
}
