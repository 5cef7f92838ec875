package dev.userdeck.internal.operator;

import static dev.userdeck.internal.jooq.Tables.UD_OPERATOR;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.text.Caseless;
import dev.userdeck.text.PlainText;
import java.util.Optional;

/** What operators may be called. */
final class OperatorNames {
    private static final int MAX_NAME = 255;

    private OperatorNames() {}

    static Optional<FieldError> check(String raw) {
        String name = PlainText.tidy(raw);
        if (name.isEmpty()) {
            return Optional.of(new FieldError("name", "name-missing", "A name is needed."));
        }
        if (name.length() > MAX_NAME) {
            return Optional.of(new FieldError("name", "name-too-long", "It can have at most 255 characters."));
        }
        return PlainText.problemOfLine("A name", name).map(problem -> new FieldError("name", "name-invalid", problem));
    }

    /** What an operator is sorted and searched by. */
    static String sortKey(String nameOrEmail) {
        return ColumnLimits.fitted(Caseless.of(nameOrEmail), UD_OPERATOR.SORT_KEY);
    }
}
