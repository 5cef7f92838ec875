package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What somebody may do, and in which tenants. Nobody gives more than they have: acts on operators take the access of who asks,
 * and refuse what goes beyond it.
 *
 * @param preset the permissions
 * @param scope the tenants
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Access(Preset preset, Scope scope) {

    /** Checks that both are there. */
    public Access {
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(scope, "scope");
    }

    /** Everything in all tenants: an owner's, and that of the app itself. */
    public static Access full() {
        return new Access(Preset.OWNER, Scope.all());
    }
}
