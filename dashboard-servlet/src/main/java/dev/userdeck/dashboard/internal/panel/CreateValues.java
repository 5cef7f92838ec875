package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a value of a form against its field, before a recipe sees it. */
final class CreateValues {
    private static final int MAX_TAGS = 100;

    private CreateValues() {}

    /** What is wrong with it, in words; null for nothing. */
    static @Nullable String problem(Field field, Object value) {
        return switch (field.kind()) {
            case SWITCH -> value instanceof Boolean ? null : "This is true or false.";
            case TAGS, NAMES -> tagsProblem(field, value);
            case TEXT, LONG, EMAIL, JSON ->
                value instanceof String text ? lengthProblem(field, text) : "This is text, in quotes.";
        };
    }

    /** Whether it says nothing, like a field that was left empty. */
    static boolean isBlank(Object value) {
        return value instanceof String text ? text.isBlank() : value instanceof List<?> tags && tags.isEmpty();
    }

    private static @Nullable String tagsProblem(Field field, Object value) {
        if (!(value instanceof List<?> tags) || !tags.stream().allMatch(String.class::isInstance)) {
            return "This is a list of texts.";
        }
        if (tags.size() > MAX_TAGS) {
            return "At most " + MAX_TAGS + " at once.";
        }
        return tags.stream()
                .map(tag -> lengthProblem(field, (String) tag))
                .filter(wrong -> wrong != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String lengthProblem(Field field, String text) {
        return text.length() > field.maxLength()
                ? text.length() + " characters. The most is " + field.maxLength() + "."
                : null;
    }
}
