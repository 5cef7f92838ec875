package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR_PRESET;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.text.Look;
import dev.userdeck.operator.NewPreset;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.text.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a preset of one's own can be called, and hold. */
final class PresetRules {
    private static final int MAX_NAME = 80;

    private PresetRules() {}

    /**
     * What is wrong with it; nothing if that is empty.
     *
     * @param held what it holds already
     * @param declared the permissions that there are
     */
    static List<FieldError> check(NewPreset asked, Set<String> held, Collection<Permission> declared) {
        List<FieldError> errors = new ArrayList<>();
        checkName(PlainText.tidy(asked.name())).ifPresent(errors::add);
        checkPermissions(asked.permissions(), held, declared).ifPresent(errors::add);
        return errors;
    }

    private static Optional<FieldError> checkName(String name) {
        if (name.isEmpty()) {
            return Optional.of(new FieldError("name", "name-missing", "A name is needed."));
        }
        if (name.length() > MAX_NAME) {
            return Optional.of(
                    new FieldError("name", "name-too-long", "It can have at most " + MAX_NAME + " characters."));
        }
        if (Look.mixesScripts(name)) {
            return Optional.of(
                    new FieldError("name", "name-invalid", "A word of it mixes letters of several scripts."));
        }
        if (Look.key(name).length() > UD_OPERATOR_PRESET.NAME_KEY.getDataType().length()) {
            return Optional.of(new FieldError("name", "name-too-long", "It is too long once it is spelt out."));
        }
        return PlainText.problemOfLine("A name", name).map(problem -> new FieldError("name", "name-invalid", problem));
    }

    private static Optional<FieldError> checkPermissions(
            Set<String> asked, Set<String> held, Collection<Permission> declared) {
        if (asked.isEmpty()) {
            return Optional.of(new FieldError("permissions", "permissions-missing", "Choose at least one permission."));
        }
        Set<String> unknown = new TreeSet<>(asked);
        unknown.removeAll(held);
        declared.forEach(permission -> unknown.remove(permission.name()));
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            return Optional.of(new FieldError(
                    "permissions",
                    "permission-unknown",
                    "There is no permission " + (first.length() > MAX_NAME ? "of this name" : first) + "."));
        }
        int length = asked.stream().mapToInt(name -> name.length() + 1).sum();
        return length > UD_OPERATOR_PRESET.PERMISSIONS.getDataType().length()
                ? Optional.of(new FieldError("permissions", "permissions-too-many", "These are too many."))
                : Optional.empty();
    }

    /** Whether it looks like the name of a built-in one. */
    static boolean isBuiltIn(String name) {
        String key = Look.key(PlainText.tidy(name));
        return Preset.builtIn().stream()
                .anyMatch(preset -> Look.key(preset.name()).equals(key));
    }
}
