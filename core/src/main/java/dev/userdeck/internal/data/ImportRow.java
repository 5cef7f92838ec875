package dev.userdeck.internal.data;

import dev.userdeck.error.FieldError;
import java.util.List;
import java.util.Map;

/**
 * A row of a file, or why it is none.
 *
 * @param number as it is reported
 * @param values by field, without those that are null
 * @param errors why it can't be read; empty if it can
 * @param size how many bytes it takes in the file, about
 * @param breaksOff whether the file ends within this row
 */
record ImportRow(long number, Map<String, Object> values, List<FieldError> errors, int size, boolean breaksOff) {
    /** How long a row may be, in bytes. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    static ImportRow of(long number, Map<String, Object> values, int size) {
        return new ImportRow(number, values, List.of(), size, false);
    }

    static ImportRow unreadable(long number, String code, String message) {
        return new ImportRow(number, Map.of(), List.of(new FieldError("", code, message)), 0, false);
    }

    static ImportRow tooLong(long number) {
        return unreadable(number, "row-too-long", "A row has at most " + MAX_BYTES / 1024 / 1024 + " MiB.");
    }

    static ImportRow notUtf8(long number) {
        return unreadable(number, "encoding-invalid", "This is not UTF-8: save the file as UTF-8.");
    }

    static ImportRow breaksOff(long number) {
        var error = new FieldError(
                "", "cut-off", "The file breaks off here. What came before is imported; go on with the whole file.");
        return new ImportRow(number, Map.of(), List.of(error), 0, true);
    }
}
