package dev.userdeck.internal.operator;

import dev.userdeck.operator.Access;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether one access holds all that another one does. Presets are compared by the permissions that there are. */
public final class AccessLimits {
    private final Supplier<? extends Collection<Permission>> declared;

    /**
     * Creates it.
     *
     * @param declared the permissions of core and of the recipes that run
     */
    public AccessLimits(Supplier<? extends Collection<Permission>> declared) {
        this.declared = declared;
    }

    /** The permissions that there are, by name. */
    public List<Permission> permissions() {
        return declared.get().stream()
                .distinct()
                .sorted(Comparator.comparing(Permission::name))
                .toList();
    }

    /** Whether {@code caller} holds all that {@code other} does. */
    public boolean covers(Access caller, Access other) {
        return covers(caller, other.preset(), other.scope());
    }

    /** The same; who has no tenant left is beyond nobody. */
    public boolean covers(Access caller, Preset preset, @Nullable Scope scope) {
        return holdsAll(caller.preset(), preset) && (scope == null || covers(caller.scope(), scope));
    }

    private static boolean covers(Scope caller, Scope other) {
        return caller.equals(Scope.all()) || (other instanceof Scope.Only only && caller.coversAll(only.tenants()));
    }

    private boolean holdsAll(Preset caller, Preset other) {
        if (caller.equals(Preset.OWNER) || caller.equals(other)) {
            return true;
        }
        return other.isBuiltIn()
                ? declared.get().stream().filter(other::holds).allMatch(caller::holds)
                : other.permissions().stream().allMatch(name -> holds(caller, name));
    }

    /** One that nothing declares may be a recipe's that isn't there now. */
    boolean holds(Preset caller, String name) {
        return caller.equals(Preset.OWNER)
                || caller.permissions().contains(name)
                || declared.get().stream()
                        .anyMatch(permission -> permission.name().equals(name) && caller.holds(permission));
    }
}
