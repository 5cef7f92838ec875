package dev.userdeck.internal.user.search;

import static java.util.Locale.ROOT;

import dev.userdeck.internal.text.Marks;
import dev.userdeck.text.PlainText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.regex.Pattern;

/** One spelling for all that people write differently and mean alike. What it makes of a text, it makes of itself. */
final class Folding {
    /**
     * Grows with each change of what {@link #fold} makes of a text, of the parts of a user that are searched, and of the sort
     * keys: then all users are folded anew.
     */
    static final int VERSION = 1;

    /** Accents of Latin, Greek and Cyrillic, points of Hebrew, and what stands over and under Arabic letters. */
    private static final Pattern ACCENT =
            Pattern.compile("[\\x{300}-\\x{36F}\\x{591}-\\x{5BD}\\x{5BF}\\x{5C1}\\x{5C2}\\x{5C4}"
                    + "\\x{5C5}\\x{5C7}\\x{610}-\\x{61A}\\x{64B}-\\x{65F}\\x{670}\\x{6D6}-\\x{6DC}\\x{6DF}-\\x{6E4}\\x{6E7}"
                    + "\\x{6E8}\\x{6EA}-\\x{6ED}]");

    /** An accent that stands alone, as NFKC takes it apart, is typed for an apostrophe. */
    private static final Pattern LONE_ACCENT = Pattern.compile(" [\\x{300}\\x{301}\\x{313}\\x{314}]");

    private static final Pattern TATWEEL = Pattern.compile("\\x{640}");

    /** Letters that are one with another for who searches, and not an accent's business. */
    private static final Map<Integer, String> ALIKE = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ς', "σ"),
            // alef wasla; teh marbuta and the other hehs; alef maksura and Farsi yeh; keheh
            Map.entry(0x671, "\u0627"),
            Map.entry(0x629, "\u0647"),
            Map.entry(0x6BE, "\u0647"),
            Map.entry(0x6C1, "\u0647"),
            Map.entry(0x6C3, "\u0647"),
            Map.entry(0x6D5, "\u0647"),
            Map.entry(0x649, "\u064A"),
            Map.entry(0x6CC, "\u064A"),
            Map.entry(0x6A9, "\u0643"));

    private Folding() {}

    static String fold(String text) {
        String seen = PlainText.seenOf(text);
        String lower = Normalizer.normalize(seen, Form.NFKC).toLowerCase(ROOT);
        String apart = Normalizer.normalize(lower, Form.NFKD);
        String plain = LONE_ACCENT.matcher(apart).replaceAll("'");
        String bare = TATWEEL.matcher(ACCENT.matcher(plain).replaceAll("")).replaceAll("");
        var folded = new StringBuilder();
        bare.codePoints().forEach(c -> append(folded, c));
        return Normalizer.normalize(folded, Form.NFC);
    }

    private static void append(StringBuilder folded, int c) {
        String other = ALIKE.get(c);
        if (other != null) {
            folded.append(other);
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            folded.append(Character.digit(c, 10));
        } else {
            folded.appendCodePoint(Marks.plain(c));
        }
    }
}
