package dev.userdeck.recipe.userroles.internal;

import dev.userdeck.error.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the words of a role may look like. */
final class RoleRules {
    static final int MAX_LENGTH = 255;
    static final int MAX_DESCRIPTION = 1_000;
    static final int MAX_PERMISSIONS = 1_000;

    private static final Pattern SPACE_AT_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    /** Control characters, line breaks of any kind, and halves of surrogate pairs, which no database can keep. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private RoleRules() {}

    static String trim(String text) {
        return SPACE_AT_ENDS.matcher(text).replaceAll("");
    }

    /** Tells whether a role or a permission can have this name; what can't is never asked of the database. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && !isUnfit(text);
    }

    static boolean isUnfit(String text) {
        return UNFIT.matcher(text).find();
    }

    /** What time it is, as exact as the database keeps it. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A name folded for sorting and searching. */
    static String key(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.length() <= MAX_LENGTH) {
            return folded;
        }
        int end = Character.isHighSurrogate(folded.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return folded.substring(0, end);
    }

    /** What is wrong with the trimmed words of a new role; empty when nothing is. */
    static List<FieldError> check(String name, String description, List<String> permissions) {
        var errors = new ArrayList<FieldError>();
        if (name.isEmpty()) {
            errors.add(new FieldError("name", "name-missing", "A role needs a name."));
        } else if (name.length() > MAX_LENGTH) {
            errors.add(new FieldError(
                    "name", "name-too-long", name.length() + " characters. A name has at most " + MAX_LENGTH + "."));
        } else if (isUnfit(name)) {
            errors.add(new FieldError("name", "name-invalid", "A name has no control characters or line breaks."));
        }
        if (description.length() > MAX_DESCRIPTION) {
            errors.add(new FieldError(
                    "description",
                    "description-too-long",
                    description.length() + " characters. A description has at most " + MAX_DESCRIPTION + "."));
        } else if (description.indexOf('\0') >= 0) {
            errors.add(new FieldError("description", "description-invalid", "A description has no null characters."));
        }
        if (permissions.size() > MAX_PERMISSIONS) {
            errors.add(new FieldError(
                    "permissions",
                    "permissions-too-many",
                    permissions.size() + " permissions. A role has at most " + MAX_PERMISSIONS + "."));
        } else if (!permissions.stream().allMatch(RoleRules::isName)) {
            errors.add(new FieldError(
                    "permissions",
                    "permission-invalid",
                    "A permission has 1 to " + MAX_LENGTH + " characters, none of them control characters."));
        }
        return errors;
    }
}
