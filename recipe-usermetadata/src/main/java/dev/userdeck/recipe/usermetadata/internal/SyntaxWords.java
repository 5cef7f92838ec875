package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.libs.tools.jackson.core.TokenStreamLocation;
import dev.userdeck.libs.tools.jackson.core.exc.StreamReadException;
import dev.userdeck.libs.tools.jackson.core.exc.UnexpectedEndOfInputException;
import dev.userdeck.recipe.usermetadata.MetadataError;
import dev.userdeck.text.Cut;

/** What is said of a text that is not JSON: our own words and the place, never the library's. */
final class SyntaxWords {
    static final String HALF_A_PAIR = "half of a surrogate pair can't be stored";

    private static final int KEY_SHOWN = 40;

    private SyntaxWords() {}

    static MetadataError of(StreamReadException e) {
        boolean unstorable = e.getOriginalMessage().contains("surrogate");
        return unstorable
                ? error("json-unstorable", e.getLocation(), HALF_A_PAIR)
                : error("json-syntax", e.getLocation(), what(e));
    }

    static MetadataError error(String code, TokenStreamLocation at, String what) {
        int line = Math.max(at.getLineNr(), 1);
        int column = Math.max(at.getColumnNr(), 1);
        return new MetadataError(code, "Line " + line + ", column " + column + ": " + what + ".", line, column);
    }

    /** A key in words, shortened: an error is read by people and may be logged. */
    static String quoted(String key) {
        return '"' + (key.length() <= KEY_SHOWN ? key : Cut.to(KEY_SHOWN, key) + "…") + '"';
    }

    private static String what(StreamReadException e) {
        String words = e.getOriginalMessage();
        if (e instanceof UnexpectedEndOfInputException || words.startsWith("Unexpected end-of-input")) {
            return "the text ends before the object does";
        }
        if (words.contains("expecting comma")) {
            return "a comma is missing";
        }
        if (words.contains("expecting a colon")) {
            return "a colon is missing";
        }
        if (words.contains("expecting double-quote to start")) {
            return "a key in double quotes is missing";
        }
        if (words.startsWith("Illegal unquoted character")) {
            return "a line break or another control character in a text is written as \\n or \\u…";
        }
        return "this is not JSON";
    }
}
