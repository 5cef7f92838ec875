package dev.userdeck.recipe.userroles.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Asks for roles to be assigned to a user.
 *
 * @param roles the names of the roles
 * @param tenant the id of the tenant
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record AssignRoles(
        @Nullable List<@Nullable String> roles, @Nullable String tenant) {}
