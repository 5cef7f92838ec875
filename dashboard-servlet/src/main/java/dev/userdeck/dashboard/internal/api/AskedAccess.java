package dev.userdeck.dashboard.internal.api;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The access that a body asks for; whether there are such a preset and such tenants is for core to say. */
final class AskedAccess {
    private static final int MAX_PRESET = 36;

    private AskedAccess() {}

    /**
     * Reads it.
     *
     * @throws dev.userdeck.http.spi.ProblemException if it is not whole
     */
    static Access of(@Nullable String preset, @Nullable Boolean allTenants, @Nullable List<String> tenants) {
        var errors = new ArrayList<FieldError>();
        if (preset == null || preset.isBlank()) {
            errors.add(new FieldError("preset", "required", "Choose what this operator may do."));
        } else if (preset.length() > MAX_PRESET) {
            errors.add(new FieldError("preset", "preset-unknown", "There is no such preset any more."));
        }
        checkTenants(Boolean.TRUE.equals(allTenants), tenants == null ? List.of() : tenants, errors);
        if (preset == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        return new Access(named(preset), Boolean.TRUE.equals(allTenants) ? Scope.all() : some(tenants));
    }

    private static void checkTenants(boolean all, List<String> tenants, List<FieldError> errors) {
        if (all && !tenants.isEmpty()) {
            errors.add(new FieldError("tenants", "tenants-and-all", "Either all tenants, or some: not both."));
        } else if (!all && tenants.isEmpty()) {
            errors.add(new FieldError("tenants", "required", "Choose at least one tenant."));
        } else if (!tenants.stream().allMatch(TenantId::isValid)) {
            errors.add(new FieldError("tenants", "tenant-unknown", "There is no such tenant any more."));
        }
    }

    private static Scope some(@Nullable List<String> tenants) {
        return Scope.of((tenants == null ? List.<String>of() : tenants)
                .stream().map(TenantId::new).toList());
    }

    /** One of one's own is known by its id alone: core looks up what it holds. */
    private static Preset named(String id) {
        return Preset.builtIn().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseGet(() -> Preset.of(id, id, Set.of()));
    }
}
