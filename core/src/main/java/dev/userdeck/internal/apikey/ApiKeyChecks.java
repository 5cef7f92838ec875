package dev.userdeck.internal.apikey;

import static dev.userdeck.internal.apikey.ApiKeyReader.NEVER;
import static java.util.stream.Collectors.toSet;

import dev.userdeck.apikey.ApiKeyLimits;
import dev.userdeck.apikey.ApiKeyRotation;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.operator.AccessLimits;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can't be asked for. */
final class ApiKeyChecks {
    private final AccessLimits limits;

    ApiKeyChecks(AccessLimits limits) {
        this.limits = limits;
    }

    /** What the caller can give. */
    List<Permission> givable(Access caller) {
        return limits.permissions().stream()
                .filter(caller.preset()::holds)
                .filter(permission -> !NEVER.contains(permission.name()))
                .toList();
    }

    List<FieldError> errors(NewApiKey key, Access caller) {
        var errors = new ArrayList<FieldError>();
        name(key.name()).ifPresent(errors::add);
        permissions(key.permissions(), caller).ifPresent(errors::add);
        tenants(key.scope(), caller.scope()).ifPresent(errors::add);
        lifetime(key.lifetime()).ifPresent(errors::add);
        return errors;
    }

    static List<FieldError> errors(ApiKeyRotation rotation) {
        var errors = new ArrayList<FieldError>();
        if (!isWithin(rotation.overlap(), Duration.ZERO, ApiKeyLimits.MAX_OVERLAP)) {
            errors.add(new FieldError(
                    "overlap", "overlap-invalid", "The secret before stays good for 0 seconds to 7 days."));
        }
        lifetime(rotation.lifetime()).ifPresent(errors::add);
        return errors;
    }

    private static Optional<FieldError> name(String raw) {
        String name = PlainText.tidy(raw);
        if (name.isEmpty()) {
            return Optional.of(new FieldError("name", "name-missing", "A name is needed."));
        }
        if (name.length() > ApiKeyLimits.MAX_NAME) {
            return Optional.of(new FieldError(
                    "name", "name-too-long", "It can have at most %d characters.".formatted(ApiKeyLimits.MAX_NAME)));
        }
        return PlainText.problemOfLine("A name", name).map(problem -> new FieldError("name", "name-invalid", problem));
    }

    private Optional<FieldError> permissions(Set<String> asked, Access caller) {
        if (asked.isEmpty()) {
            return Optional.of(new FieldError("permissions", "permissions-missing", "Choose what the key may do."));
        }
        Set<String> givable = names(givable(caller));
        return asked.stream()
                .sorted()
                .filter(name -> !givable.contains(name))
                .findFirst()
                .map(this::refused);
    }

    private FieldError refused(String name) {
        String shown = PlainText.shown(name);
        if (NEVER.contains(name)) {
            return new FieldError("permissions", "permission-not-for-keys", "No key can have %s.".formatted(shown));
        }
        return names(limits.permissions()).contains(name)
                ? new FieldError("permissions", "permission-not-held", "You don't have %s.".formatted(shown))
                : new FieldError("permissions", "permission-unknown", "There is no permission %s.".formatted(shown));
    }

    private static Set<String> names(List<Permission> permissions) {
        return permissions.stream().map(Permission::name).collect(toSet());
    }

    private static Optional<FieldError> tenants(Scope asked, Scope callers) {
        boolean isWithin =
                callers.equals(Scope.all()) || (asked instanceof Scope.Only only && callers.coversAll(only.tenants()));
        return isWithin
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "tenants", "tenants-out-of-reach", "Choose among the tenants that you look after."));
    }

    private static Optional<FieldError> lifetime(Duration lifetime) {
        return isWithin(lifetime, ApiKeyLimits.MIN_LIFETIME, ApiKeyLimits.MAX_LIFETIME)
                ? Optional.empty()
                : Optional.of(new FieldError("lifetime", "lifetime-invalid", "A key is good for 1 hour to 365 days."));
    }

    private static boolean isWithin(Duration asked, Duration least, Duration most) {
        return asked.compareTo(least) >= 0 && asked.compareTo(most) <= 0;
    }
}
