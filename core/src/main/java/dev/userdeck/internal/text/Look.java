package dev.userdeck.internal.text;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.UNKNOWN;
import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import dev.userdeck.text.PlainText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names look like: for names of which no two may be taken for each other. */
public final class Look {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Small letters of Cyrillic and Greek, and the Latin ones that they, or their capitals, look like. */
    private static final String FOREIGN = "авекмнорстухіјѕαβεζηικμνορτυχ";

    private static final String LIKE_LATIN = "abekmhopctyxijsabezhikmnoptyx";

    /** Which scripts one word may mix: as in UTS #39, highly restrictive. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(LATIN, HAN, HIRAGANA, KATAKANA),
            EnumSet.of(LATIN, HAN, HANGUL),
            EnumSet.of(LATIN, HAN, BOPOMOFO));

    private Look() {}

    /**
     * One text for all that look alike: without regard to case, width and font (NFKC), which space, dash or apostrophe it is,
     * and what is not seen. A word that could be Latin is taken for it. Not everything: {@code l} and {@code 1} stay two.
     */
    public static String key(String text) {
        String seen = Normalizer.normalize(PlainText.seenOf(text), Form.NFKC);
        String folded = Normalizer.normalize(seen.toUpperCase(ROOT).toLowerCase(ROOT), Form.NFKC);
        String plain = folded.codePoints()
                .map(Marks::plain)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String latin = WORD.matcher(plain).replaceAll(word -> Matcher.quoteReplacement(latin(word.group())));
        return SPACE.matcher(latin).replaceAll(" ").strip();
    }

    private static String latin(String word) {
        return word.chars().allMatch(c -> FOREIGN.indexOf(c) >= 0)
                ? word.chars()
                        .mapToObj(c -> String.valueOf(LIKE_LATIN.charAt(FOREIGN.indexOf(c))))
                        .collect(joining())
                : word;
    }

    /** Whether a word of the text has letters of scripts that are not written together. */
    public static boolean mixesScripts(String text) {
        return WORD.matcher(text).results().anyMatch(word -> isMixed(word.group()));
    }

    private static boolean isMixed(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(EnumSet.of(COMMON, INHERITED, UNKNOWN));
        return scripts.size() > 1 && TOGETHER.stream().noneMatch(some -> some.containsAll(scripts));
    }
}
