package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.text.Look;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.text.Cut;
import dev.userdeck.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of a role may look like. */
final class RoleRules {
    static final int MAX_LENGTH = 255;
    static final int MAX_DESCRIPTION = 1_000;
    static final int MAX_PERMISSIONS = 10_000;

    private static final Pattern SPACE_AT_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    /** How much of a long word is repeated to who typed it. */
    private static final int SHOWN = 20;

    private RoleRules() {}

    /** No more than that: roles and permissions are looked up by the very text that they were made with. */
    static String trim(String text) {
        return SPACE_AT_ENDS.matcher(text).replaceAll("");
    }

    /** Tells whether a role or a permission can have this name; what can't is never asked of the database. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && !isUnfit(text);
    }

    static boolean isUnfit(String text) {
        return PlainText.problemOfLine("", text).isPresent();
    }

    /** What time it is, as exact as the database keeps it. */
    static Instant now(Clock clock) {
        return StoredTime.now(clock);
    }

    /** A name folded for sorting and searching. */
    static String key(String name) {
        return Cut.to(MAX_LENGTH, name.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with the trimmed words of a role; empty when nothing is. */
    static List<FieldError> check(Role role) {
        var errors = new ArrayList<FieldError>();
        checkName(role.name(), errors);
        checkDescription(role.description(), errors);
        checkPermissions(role.permissions(), errors);
        return errors;
    }

    private static void checkName(String name, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(new FieldError("name", "name-missing", "A role needs a name."));
        } else if (name.length() > MAX_LENGTH) {
            errors.add(new FieldError(
                    "name", "name-too-long", name.length() + " characters. A name has at most " + MAX_LENGTH + "."));
        } else if (Look.key(name).length() > MAX_LENGTH) {
            errors.add(new FieldError(
                    "name",
                    "name-too-long",
                    "Too many characters, when those that stand for several are spelled out."));
        } else if (Look.mixesScripts(name)) {
            errors.add(new FieldError(
                    "name",
                    "name-mixes-scripts",
                    "A word of this name has letters of several scripts, which can be taken for each other."));
        } else {
            PlainText.problemOfLine("A name", name)
                    .ifPresent(problem -> errors.add(new FieldError("name", "name-invalid", problem)));
        }
    }

    private static void checkDescription(@Nullable String description, List<FieldError> errors) {
        if (description == null) {
            return;
        }
        if (description.length() > MAX_DESCRIPTION) {
            errors.add(new FieldError(
                    "description",
                    "description-too-long",
                    description.length() + " characters. A description has at most " + MAX_DESCRIPTION + "."));
        } else {
            PlainText.problemOfLines("A description", description)
                    .ifPresent(problem -> errors.add(new FieldError("description", "description-invalid", problem)));
        }
    }

    private static void checkPermissions(Collection<String> permissions, List<FieldError> errors) {
        if (permissions.size() > MAX_PERMISSIONS) {
            errors.add(new FieldError(
                    "permissions",
                    "permissions-too-many",
                    "%,d permissions. A role has at most %,d.".formatted(permissions.size(), MAX_PERMISSIONS)));
            return;
        }
        permissions.stream()
                .filter(permission -> !isName(permission))
                .findFirst()
                .ifPresent(permission ->
                        errors.add(new FieldError("permissions", "permission-invalid", fault(permission))));
    }

    private static String fault(String permission) {
        if (permission.isEmpty()) {
            return "A permission has at least one character.";
        }
        Optional<String> problem = PlainText.problemOfLine("A permission", permission);
        if (problem.isPresent()) {
            return problem.get();
        }
        return "“%s…” has %d characters. A permission has at most %d."
                .formatted(Cut.to(SHOWN, permission), permission.length(), MAX_LENGTH);
    }
}
