package dev.userdeck.text;

import static java.lang.Character.UnicodeScript.ADLAM;
import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.MANDAIC;
import static java.lang.Character.UnicodeScript.MONGOLIAN;
import static java.lang.Character.UnicodeScript.NKO;
import static java.lang.Character.UnicodeScript.PHAGS_PA;
import static java.lang.Character.UnicodeScript.SYRIAC;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Where a character that is not seen shapes its neighbours, as some languages are written: joiners next to a virama (RFC 5892,
 * A.1 and A.2; in Bengali in front of it, too), the one that parts two letters of a cursive script, and the one that makes one
 * picture of two; and selectors of a variant behind what has variants.
 */
final class Joiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int NONE = -1;

    private static final Set<UnicodeScript> CURSIVE = Set.of(ADLAM, ARABIC, MANDAIC, MONGOLIAN, NKO, PHAGS_PA, SYRIAC);
    private static final String VIRAMAS =
            "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0F84\u1039"
                    + "\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\uA806\uA8C4\uA953\uA9C0\uAAF6\uABED";
    private static final String SYMBOLS_WITH_STYLE = "\u203C\u2049\u2139\u3030";

    private Joiners() {}

    /** Whether this one of the characters, which is not seen, stands where it has such an effect. */
    static boolean isInPlace(int[] text, int at) {
        int c = text[at];
        int before = at == 0 ? NONE : text[at - 1];
        int after = at + 1 == text.length ? NONE : text[at + 1];
        if (c == NON_JOINER) {
            return isAtVirama(before, after) || isBetweenCursive(text, at);
        }
        if (c == JOINER) {
            return isAtVirama(before, after) || (isPicture(before) && isPicture(after));
        }
        if (c == TEXT_STYLE || c == EMOJI_STYLE) {
            return hasStyle(before) || (isKeycap(before) && after == KEYCAP);
        }
        if (isIdeographicVariant(c)) {
            return before != NONE && Character.isIdeographic(before);
        }
        return isMongolianVariant(c) && before != NONE && UnicodeScript.of(before) == MONGOLIAN;
    }

    private static boolean isAtVirama(int before, int after) {
        if (before == NONE) {
            return false;
        }
        return VIRAMAS.indexOf(before) >= 0
                || (after != NONE
                        && VIRAMAS.indexOf(after) >= 0
                        && UnicodeScript.of(before) == UnicodeScript.of(after));
    }

    private static boolean isBetweenCursive(int[] text, int at) {
        int before = at - 1;
        while (before >= 0 && isMark(text[before])) {
            before--;
        }
        int after = at + 1;
        while (after < text.length && isMark(text[after])) {
            after++;
        }
        return before >= 0
                && after < text.length
                && Character.isLetter(text[before])
                && Character.isLetter(text[after])
                && CURSIVE.contains(UnicodeScript.of(text[before]))
                && UnicodeScript.of(text[before]) == UnicodeScript.of(text[after]);
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isPicture(int c) {
        return c == EMOJI_STYLE || (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x1F000 && c <= 0x1FAFF);
    }

    private static boolean hasStyle(int c) {
        return (isPicture(c) && c != EMOJI_STYLE)
                || (c > 0 && SYMBOLS_WITH_STYLE.indexOf(c) >= 0)
                || (c >= 0xA9 && Character.getType(c) == Character.OTHER_SYMBOL);
    }

    private static boolean isKeycap(int c) {
        return c == '#' || c == '*' || (c >= '0' && c <= '9');
    }

    private static boolean isIdeographicVariant(int c) {
        return (c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isMongolianVariant(int c) {
        return (c >= 0x180B && c <= 0x180D) || c == 0x180F;
    }
}
