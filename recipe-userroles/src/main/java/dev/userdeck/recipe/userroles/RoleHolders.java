package dev.userdeck.recipe.userroles;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The numbers of those who hold a role.
 *
 * @param users in at least one tenant
 * @param tenants in which at least one user holds it
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleHolders(long users, long tenants) {}
