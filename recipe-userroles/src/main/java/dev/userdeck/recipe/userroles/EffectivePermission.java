package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Something a user may do in a tenant, told once however many roles give it.
 *
 * @param permission what
 * @param tenant where
 * @param roles the user's roles that give it, at least one, in alphabetical order
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record EffectivePermission(String permission, TenantId tenant, List<String> roles) {

    /** Copies the list. */
    public EffectivePermission {
        roles = List.copyOf(roles);
    }
}
