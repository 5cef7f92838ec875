package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A role and how many hold it.
 *
 * @param role the role
 * @param holders how many users hold it in at least one tenant
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleUsage(Role role, long holders) {}
