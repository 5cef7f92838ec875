package dev.userdeck.internal.data;

import dev.userdeck.error.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of an object by type, noting what is of another one. Absent, null and '' are the same. */
final class RowFields {
    private static final Pattern SHOWN = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,:/()+-]{1,60}");
    private static final String TIME = "%s is no time, which looks like 2026-11-26T21:30:00Z or 2026-11-26.";

    private final String prefix;
    private final Map<?, ?> values;
    private final List<FieldError> errors;

    RowFields(String prefix, Map<?, ?> values, List<FieldError> errors) {
        this.prefix = prefix;
        this.values = values;
        this.errors = errors;
    }

    /** Notes each member that isn't among these. */
    void expect(Set<String> known) {
        for (Object name : values.keySet()) {
            if (!known.contains(name)) {
                errors.add(new FieldError(
                        prefix + name,
                        "field-unknown",
                        "Nothing reads this%s. Rename it, or tell the import to ignore it."
                                .formatted(new FieldNames(known).hint((String) name))));
            }
        }
    }

    /** A word of the file, to be told to whoever imports it: not one that may be an address, and not at length. */
    static String shown(String word) {
        return SHOWN.matcher(word).matches() ? "'" + word.strip() + "'" : "This";
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    @Nullable
    Object value(String name) {
        return values.get(name);
    }

    /** The text of the first of these that is there. */
    @Nullable
    String text(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value instanceof String text) {
                if (!text.isBlank()) {
                    return text;
                }
            } else if (value instanceof BigDecimal number) {
                return number.toString();
            } else if (value != null) {
                wrong(name, "text-expected", "A text is expected here.");
            }
        }
        return null;
    }

    boolean flag(String name) {
        Object value = values.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        String word = value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
        if (value != null && !Set.of("", "true", "false").contains(word)) {
            String found = value instanceof String text ? shown(text) : "This";
            wrong(name, "flag-expected", found + " is neither true nor false.");
        }
        return word.equals("true");
    }

    /** A moment: ISO 8601 with an offset, a day, or as a number milliseconds since 1970; to the millisecond. */
    @Nullable
    Instant time(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            try {
                if (value instanceof BigDecimal millis) {
                    return Instant.ofEpochMilli(millis.longValueExact());
                }
                if (value instanceof String text && !text.isBlank()) {
                    return Instant.ofEpochMilli(parse(text.strip()).toEpochMilli());
                }
            } catch (DateTimeException | ArithmeticException e) {
                String found = value instanceof String text ? shown(text) : "This";
                wrong(name, "time-invalid", TIME.formatted(found));
                return null;
            }
            if (value != null && !(value instanceof String)) {
                wrong(name, "time-invalid", TIME.formatted("This"));
            }
        }
        return null;
    }

    private static Instant parse(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Words: a list of texts, or one text with spaces, commas or semicolons between. */
    List<String> words(String name) {
        Object value = values.get(name);
        var words = new ArrayList<String>();
        if (value instanceof String text) {
            for (String word : text.split("[\\s,;]+", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            return words;
        }
        for (Object element : list(name)) {
            if (element instanceof String word) {
                words.add(word);
            } else {
                wrong(name, "list-expected", "A list of texts is expected here.");
            }
        }
        return words;
    }

    List<?> list(String name) {
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            wrong(name, "list-expected", "A list is expected here.");
        }
        return List.of();
    }

    void wrong(String name, String code, String message) {
        errors.add(new FieldError(prefix + name, code, message));
    }
}
