package dev.userdeck.internal.user.search;

import static java.util.Locale.ROOT;

import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is searched: without case and accents, and with a space behind whatever is neither letter nor digit, so that
 * each word begins behind a space: {@code ada.lovelace@example.org} is {@code ada. lovelace@ example. org}. What is typed
 * is spelled the same way, so a dot finds a dot.
 */
public final class SearchText {
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_WORD = 64;
    private static final int MAX_WORDS = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern ACCENT = Pattern.compile("[\\x{300}-\\x{36F}]");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
            Map.entry((int) 'ς', "σ"));

    private SearchText() {}

    /** Without case and accents. */
    public static String fold(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(ROOT);
        String bare = ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
        var folded = new StringBuilder();
        bare.codePoints().forEach(c -> {
            String other = ALIKE.get(c);
            if (other == null) {
                folded.appendCodePoint(c);
            } else {
                folded.append(other);
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** What the list is sorted by: what is shown as the name. */
    public static String nameKey(User user) {
        return fold(first(user.name(), user.email(), user.phone()));
    }

    /** What the list is sorted by: the email, or nothing. */
    public static String emailKey(User user) {
        return fold(first(user.email()));
    }

    private static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    /** All that a user is found by but the id, each word behind a space. */
    static String of(User user) {
        var text = new StringBuilder();
        for (String part : parts(user)) {
            text.append(' ').append(part);
        }
        return cut(text.toString(), MAX_TEXT);
    }

    /** The same from the start of each word on. */
    static Set<String> wordsOf(User user) {
        var words = new LinkedHashSet<String>();
        for (String part : parts(user)) {
            for (int at = 0; at >= 0 && words.size() < MAX_WORDS; at = nextWord(part, at)) {
                if (isWordPart(part.codePointAt(at))) {
                    words.add(asWord(part.substring(at)));
                }
            }
        }
        return words;
    }

    private static int nextWord(String part, int from) {
        int space = part.indexOf(' ', from);
        return space < 0 ? -1 : space + 1;
    }

    /** As a word is kept in the index. */
    static String asWord(String text) {
        return cut(text, MAX_WORD);
    }

    private static Set<String> parts(User user) {
        var values = new ArrayList<@Nullable String>();
        values.add(user.name());
        values.add(user.email());
        values.add(user.phone());
        for (LoginMethod method : user.loginMethods()) {
            values.add(method.email());
            values.add(method.phone());
        }
        // one that looks like an id is found like one: three letters would find too many by chance
        values.add(looksLikeId(user.externalId()) ? null : user.externalId());
        var parts = new LinkedHashSet<String>();
        for (String value : values) {
            if (value != null) {
                parts.addAll(pieces(fold(value)));
            }
        }
        return parts;
    }

    private static boolean looksLikeId(@Nullable String text) {
        return text != null && UUID.matcher(text.toLowerCase(ROOT)).matches();
    }

    /** What stands between spaces, spelled with a space behind each mark. */
    static List<String> pieces(String folded) {
        return SPACE.splitAsStream(folded)
                .filter(piece -> !piece.isEmpty())
                .map(SearchText::spelled)
                .toList();
    }

    private static String spelled(String piece) {
        var spelled = new StringBuilder();
        piece.codePoints().forEach(c -> {
            spelled.appendCodePoint(c);
            if (!isWordPart(c)) {
                spelled.append(' ');
            }
        });
        return spelled.toString().stripTrailing();
    }

    static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
