package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * What a preset of one's own is to be.
 *
 * @param name what people see, 1 to 80 characters, and not to be taken for that of another preset
 * @param permissions names of permissions that core or a recipe declares, at least one
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewPreset(String name, Set<String> permissions) {

    /** Copies the set. */
    public NewPreset {
        permissions = Set.copyOf(permissions);
    }
}
