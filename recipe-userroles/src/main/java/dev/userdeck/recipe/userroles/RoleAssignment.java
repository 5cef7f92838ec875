package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * A role that a user holds in a tenant.
 *
 * @param role the name of the role
 * @param tenant where
 * @param assignedAt since when
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleAssignment(String role, TenantId tenant, Instant assignedAt) {}
