package dev.userdeck.apikey;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A key that is to be made. Start with {@link #of}.
 *
 * @param name what people see, 1 to {@value ApiKeyLimits#MAX_NAME} characters
 * @param permissions names of what it may do, as in {@code users:read}
 * @param scope in which tenants
 * @param lifetime how long it is good
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewApiKey(String name, Set<String> permissions, Scope scope, Duration lifetime) {

    /** Copies the set and checks that all is there. */
    public NewApiKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(lifetime, "lifetime");
        permissions = Set.copyOf(permissions);
    }

    /** A key with these permissions in all tenants, for {@link ApiKeyLimits#DEFAULT_LIFETIME}. */
    public static NewApiKey of(String name, Permission... permissions) {
        return new NewApiKey(
                name,
                Stream.of(permissions).map(Permission::name).collect(Collectors.toSet()),
                Scope.all(),
                ApiKeyLimits.DEFAULT_LIFETIME);
    }

    /** Specifies the tenants. Default: all. */
    public NewApiKey scope(Scope newScope) {
        return new NewApiKey(name, permissions, newScope, lifetime);
    }

    /**
     * Specifies how long it is good. Default: {@link ApiKeyLimits#DEFAULT_LIFETIME}, 90 days.
     *
     * @param newLifetime an hour to {@link ApiKeyLimits#MAX_LIFETIME}; {@link ApiKeys#create} refuses any other
     */
    public NewApiKey lifetime(Duration newLifetime) {
        return new NewApiKey(name, permissions, scope, newLifetime);
    }
}
