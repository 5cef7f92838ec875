package dev.userdeck.internal.idna;

import com.ibm.icu.text.IDNA;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of ICU4J, by the same rules as ours. */
final class Icu {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    private static final Pattern DOT = Pattern.compile("\\.");

    private Icu() {}

    /** Empty for a refusal. */
    static Optional<String> toAscii(String name) {
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        UTS46.nameToASCII(name, ascii, info);
        boolean hasErrors = info.getErrors().stream().anyMatch(error -> error != IDNA.Error.HYPHEN_3_4);
        boolean endsWithDot = ascii.length() > 0 && ascii.charAt(ascii.length() - 1) == '.';
        boolean isRefused = hasErrors || endsWithDot || DOT.splitAsStream(ascii).anyMatch(Icu::looksEncoded);
        return isRefused ? Optional.empty() : Optional.of(ascii.toString());
    }

    static String toUnicode(String name) {
        return UTS46.nameToUnicode(name, new StringBuilder(), new IDNA.Info()).toString();
    }

    /**
     * Hyphens in third and fourth place, of labels with letters beyond ASCII alone: mail servers are named r3---a. ICU's own
     * check counts a letter beyond U+FFFF as two.
     */
    private static boolean looksEncoded(String label) {
        int[] letters = toUnicode(label).codePoints().toArray();
        return label.startsWith("xn--") && letters.length > 3 && letters[2] == '-' && letters[3] == '-';
    }
}
