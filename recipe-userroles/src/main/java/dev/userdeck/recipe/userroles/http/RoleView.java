package dev.userdeck.recipe.userroles.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A role as told to operators.
 *
 * @param key names the role in URLs
 * @param name the name
 * @param description what it is for, absent for nothing
 * @param permissions what it gives, in alphabetical order
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RoleView(String key, String name, @Nullable String description, List<String> permissions) {

    /** Copies the list. */
    public RoleView {
        permissions = List.copyOf(permissions);
    }
}
