package dev.userdeck.text;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Text that shows all that it holds: nothing in it hides, or turns the order of what is around it (UAX #31, UTS #55). All
 * names are such text; recipes and apps may hold what they take to the same.
 *
 * <p>Refused are controls, separators of lines, halves of surrogate pairs, code points that are no characters, and whatever is
 * not seen ({@code Default_Ignorable_Code_Point}): marks of direction, zero-width characters, fillers, tags. Kept are joiners
 * and selectors of variants where they shape their neighbours: next to a virama (RFC 5892, appendix A), between two letters of
 * a cursive script such as Arabic, between two pictures, behind an ideograph. The answer is the same on each Java.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class PlainText {
    private static final Pattern SPACE_AT_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final String SOFT_HYPHEN = "\u00AD";
    private static final int BLANK_OF_BRAILLE = 0x2800;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int NONE = -1;

    private PlainText() {}

    /** A name as it is kept: composed (NFC), without space at its ends, and without soft hyphens, which are the printer's. */
    public static String tidy(String raw) {
        String bare = Normalizer.normalize(raw.replace(SOFT_HYPHEN, ""), Normalizer.Form.NFC);
        return SPACE_AT_ENDS.matcher(bare).replaceAll("");
    }

    /**
     * What is wrong with a text of one line, in words for the person who typed it: which character it can't have, as in
     * {@code U+202E}, or that nothing of it is seen. Empty for nothing, and for an empty text.
     *
     * @param what the text is, as in {@code A name}
     */
    public static Optional<String> problemOfLine(String what, String text) {
        return problem(what, text, unfit(text, false));
    }

    /** The same of one that may have several lines, with tabs. */
    public static Optional<String> problemOfLines(String what, String text) {
        return problem(what, text, unfit(text, true));
    }

    /** The text with U+FFFD for each character that a line can't have: for what can't be refused. */
    public static String shown(String text) {
        if (unfit(text, false) == NONE) {
            return text;
        }
        int[] all = text.codePoints().toArray();
        var shown = new StringBuilder();
        for (int at = 0; at < all.length; at++) {
            shown.appendCodePoint(isFit(all, at, false) ? all[at] : REPLACEMENT);
        }
        return shown.toString();
    }

    /** The text without all that is not seen, even where it shapes its neighbours: for comparing. */
    public static String seenOf(String text) {
        return Ignorable.dropped(text);
    }

    private static Optional<String> problem(String what, String text, int unfit) {
        if (unfit != NONE) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s can't have the character U+%04X in it: it hides, or hides what is around it.",
                    what,
                    unfit));
        }
        return text.isEmpty() || text.codePoints().anyMatch(PlainText::isSeen)
                ? Optional.empty()
                : Optional.of(what + " needs a character that is seen.");
    }

    private static int unfit(String text, boolean hasLines) {
        int[] all = text.codePoints().toArray();
        for (int at = 0; at < all.length; at++) {
            if (!isFit(all, at, hasLines)) {
                return all[at];
            }
        }
        return NONE;
    }

    private static boolean isFit(int[] text, int at, boolean hasLines) {
        int c = text[at];
        return switch (Character.getType(c)) {
            case Character.CONTROL -> hasLines && (c == '\n' || c == '\r' || c == '\t');
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isNoCharacter(c) && (!Ignorable.is(c) || Joiners.isInPlace(text, at));
        };
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> c != BLANK_OF_BRAILLE && !Ignorable.is(c);
        };
    }
}
