package dev.userdeck.recipe.userroles.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a role: what it is to be then.
 *
 * @param name the name
 * @param description what it is for, absent for nothing
 * @param permissions what it gives, absent for nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleBody(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable String> permissions) {}
