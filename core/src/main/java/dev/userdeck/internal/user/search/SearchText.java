package dev.userdeck.internal.user.search;

import static java.util.Locale.ROOT;

import dev.userdeck.text.Cut;
import dev.userdeck.user.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is searched: {@linkplain Folding folded}, and with a space behind whatever is neither letter nor digit, so that
 * each word begins behind a space: {@code ada.lovelace@example.org} is {@code ada. lovelace@ example. org}. What is typed
 * is spelled the same way, so a dot finds a dot.
 */
public final class SearchText {
    private static final char ARABIC_ZERO = '\u0660';
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_WORD = 64;
    private static final int MAX_WORDS = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private SearchText() {}

    /** In the one spelling that is searched and sorted by. */
    public static String fold(String text) {
        return Folding.fold(text);
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
    static String of(IndexedUser indexed) {
        var text = new StringBuilder();
        for (String part : parts(indexed)) {
            text.append(' ').append(part);
        }
        return Cut.to(MAX_TEXT, text.toString());
    }

    /** The same from the start of each word on. */
    static Set<String> wordsOf(IndexedUser indexed) {
        var words = new LinkedHashSet<String>();
        for (String part : parts(indexed)) {
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
        return Cut.to(MAX_WORD, text);
    }

    /** Addresses come first: what is too much for the index is of the name. */
    private static Set<String> parts(IndexedUser indexed) {
        var parts = new LinkedHashSet<String>();
        indexed.addresses().forEach(address -> parts.add(piece(address)));
        indexed.phones().forEach(digits -> parts.add(fromEnd(digits)));
        User user = indexed.user();
        if (user.name() != null) {
            parts.addAll(pieces(fold(user.name())));
        }
        // one that looks like an id is found like one: three letters would find too many by chance
        if (user.externalId() != null && !looksLikeId(user.externalId())) {
            parts.addAll(pieces(fold(user.externalId())));
        }
        parts.remove("");
        return parts;
    }

    /** Digits from the last to the first, and in letters that no folded text has: so nothing else finds them. */
    static String fromEnd(String digits) {
        var turned = new StringBuilder();
        for (int i = digits.length() - 1; i >= 0; i--) {
            turned.append((char) (ARABIC_ZERO + digits.charAt(i) - '0'));
        }
        return turned.toString();
    }

    private static boolean looksLikeId(String text) {
        return UUID.matcher(text.toLowerCase(ROOT)).matches();
    }

    /** What stands between spaces, spelled with a space behind each mark. */
    static List<String> pieces(String folded) {
        return SPACE.splitAsStream(folded)
                .filter(piece -> !piece.isEmpty())
                .map(SearchText::spelled)
                .toList();
    }

    /** A text as one such piece. */
    static String piece(String text) {
        return spelled(SPACE.matcher(fold(text)).replaceAll(""));
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
}
