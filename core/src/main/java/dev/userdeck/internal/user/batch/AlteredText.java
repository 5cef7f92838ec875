package dev.userdeck.internal.user.batch;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.text.SpreadsheetText;
import dev.userdeck.internal.user.batch.ImportedUsers.Incoming;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ids and names that a spreadsheet changed by itself: their rows are refused, as nobody meant that. */
final class AlteredText {
    private static final String CODE = "altered-by-spreadsheet";

    private AlteredText() {}

    /** Of a row about someone who is there. */
    static List<FieldError> ofChange(Incoming row, User before) {
        var errors = new ArrayList<FieldError>();
        add("externalId", before.externalId(), row.user().externalId(), errors);
        add("name", before.name(), row.isNamed() ? row.user().name() : null, errors);
        return errors;
    }

    /**
     * Of a row about nobody who is there.
     *
     * @param mistaken the ids of those who have something of the row, though not its id
     */
    static List<FieldError> ofNew(User row, Collection<String> mistaken) {
        var errors = new ArrayList<FieldError>();
        mistaken.stream().sorted().forEach(id -> {
            if (errors.isEmpty()) {
                add("id", id, row.id().value(), errors);
            }
        });
        addCutShort("externalId", row.externalId(), errors);
        for (LoginMethod method : row.loginMethods()) {
            addCutShort("subject", method.subject(), errors);
        }
        return errors;
    }

    /** Of a row about nobody who is there, with nothing else to find them by: what may have happened to its id, or nothing. */
    static String hint(Incoming row) {
        boolean isAltered =
                (row.hasOwnId() && SpreadsheetText.isTaken(row.user().id().value()))
                        || (row.user().externalId() != null
                                && SpreadsheetText.isTaken(row.user().externalId()));
        return isAltered ? " A spreadsheet may have changed it, as 00170 into 170: save the column as text." : "";
    }

    private static void add(String field, @Nullable String was, @Nullable String is, List<FieldError> errors) {
        if (was != null && is != null && SpreadsheetText.mayHaveMade(was, is)) {
            errors.add(new FieldError(
                    field,
                    CODE,
                    ("The file says %s, the user has %s: it looks as if a spreadsheet had changed that by itself. Save the column"
                                    + " as text, ignore it, or say it in JSON Lines.")
                            .formatted(is, was)));
        }
    }

    private static void addCutShort(String field, @Nullable String text, List<FieldError> errors) {
        if (text != null && SpreadsheetText.isCutShort(text)) {
            errors.add(new FieldError(
                    field,
                    CODE,
                    ("%s is what a spreadsheet makes of a long number, and the rest of its digits is lost. Save the column as"
                                    + " text, or say it in JSON Lines.")
                            .formatted(text)));
        }
    }
}
