package dev.userdeck.internal.bulk;

import dev.userdeck.error.FieldError;
import dev.userdeck.text.PlainText;
import dev.userdeck.user.NewSuspension;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of a job that suspends say: the reason and, if it has an end, when that is. */
final class SuspensionArguments {
    private static final int MAX_REASON = 500;

    private SuspensionArguments() {}

    static NewSuspension of(List<String> values) {
        return NewSuspension.of(values.get(0)).until(values.size() > 1 ? instant(values.get(1)) : null);
    }

    static List<FieldError> check(List<String> values, Instant now) {
        if (values.size() > 2) {
            return List.of(new FieldError("values", "values-count", "A suspension has one reason and one end."));
        }
        List<FieldError> errors =
                checkReason(values.isEmpty() ? "" : values.get(0).strip());
        return errors.isEmpty() && values.size() > 1 ? checkEnd(instant(values.get(1)), now) : errors;
    }

    private static List<FieldError> checkReason(String reason) {
        if (reason.isEmpty()) {
            return List.of(new FieldError("reason", "reason-missing", "Say why: other operators will want to know."));
        }
        if (reason.length() > MAX_REASON) {
            return List.of(new FieldError(
                    "reason", "reason-too-long", "A reason has at most 500 characters, not " + reason.length() + "."));
        }
        return PlainText.problemOfLines("A reason", reason)
                .map(problem -> List.of(new FieldError("reason", "reason-invalid", problem)))
                .orElse(List.of());
    }

    private static List<FieldError> checkEnd(@Nullable Instant end, Instant now) {
        if (end == null) {
            return List.of(new FieldError("until", "until-invalid", "Must be a time like 2027-01-31T08:00:00Z."));
        }
        return end.isAfter(now)
                ? List.of()
                : List.of(new FieldError("until", "until-past", "The end lies in the past."));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
