package dev.userdeck.internal.idna;

import static dev.userdeck.internal.idna.UnicodeTable.UNICODE;

import java.util.Locale;

/** Text in the form it is compared in, the same on each Java: by the table, and not by Java's own version of Unicode. */
public final class UnicodeText {
    /** The one letter whose small form is two code points, without regard to language and neighbours. */
    private static final int CAPITAL_I_WITH_DOT = 0x130;

    /** A control character; those before are as they have always been, and need no table. */
    private static final int LAST_ASCII = 0x7F;

    private static final String SMALL_I_AND_DOT = "i\u0307";

    private UnicodeText() {}

    /** In Normalization Form C. */
    public static String composed(String text) {
        return Nfc.of(text);
    }

    /** In small letters, each without regard to its neighbours: a sigma is σ also at the end of a word. */
    public static String lowerCase(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var lower = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == CAPITAL_I_WITH_DOT) {
                lower.append(SMALL_I_AND_DOT);
            } else {
                lower.appendCodePoint(UNICODE.lowerCase(c));
            }
        });
        return lower.toString();
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= LAST_ASCII);
    }

    /** Whether it is assigned, and neither space, control nor format character, nor half of a pair. */
    public static boolean isVisible(int codePoint) {
        return codePoint <= LAST_ASCII ? codePoint > ' ' && codePoint < LAST_ASCII : UNICODE.isText(codePoint);
    }

    /** Whether it is one of the two that keep letters apart or together, which some scripts need. */
    public static boolean isJoiner(int codePoint) {
        return Joiners.isJoiner(codePoint);
    }
}
