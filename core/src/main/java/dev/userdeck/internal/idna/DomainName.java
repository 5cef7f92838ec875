package dev.userdeck.internal.idna;

import static dev.userdeck.internal.idna.UnicodeTable.UNICODE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Domain names by IDNA2008, as UTS #46 has it for those who look names up: not transitional, so that {@code straße} is not
 * {@code strasse}; with its rules for directions, joiners and ASCII (CheckBidi, CheckJoiners, UseSTD3ASCIIRules,
 * VerifyDnsLength). Hyphens are as mail servers have them: none at the ends of a label, and none in third and fourth place
 * of one with letters beyond ASCII; {@code r3---a} is a name.
 *
 * <p>The table is of Unicode {@link #unicodeVersion}, whatever Java this runs on: a name has the same key on each. {@code
 * java.net.IDN} follows IDNA2003 and Unicode 3.2, and would send mail for one domain to another.
 */
public final class DomainName {
    /** RFC 1035, 2.3.4, without the root's length. */
    private static final int MAX_LENGTH = 253;

    private static final int MAX_PLAIN_LABEL = 63;

    private DomainName() {}

    /**
     * The name in ASCII and small letters, as it is looked up, sent and compared.
     *
     * @param typed in any spelling: {@code Straße.example}, {@code xn--strae-oqa.example}, {@code ｓtraße。example}
     * @return empty if it is no name of a mail server: a dot at its end is none of an address either (RFC 5321, 4.1.2)
     */
    public static Optional<String> toAscii(String typed) {
        if (isPlain(typed)) {
            return Optional.of(typed.toLowerCase(Locale.ROOT));
        }
        return labels(typed).map(labels -> joined(labels, Label::ascii)).filter(name -> name.length() <= MAX_LENGTH);
    }

    /**
     * The name in the letters that people read.
     *
     * @param typed in any spelling
     * @return empty if {@link #toAscii} is
     */
    public static Optional<String> toUnicode(String typed) {
        return toAscii(typed).flatMap(DomainName::labels).map(labels -> joined(labels, Label::text));
    }

    /** All that somebody may type for the name: as given, in letters, and in ASCII; each once. */
    public static Set<String> spellings(String typed) {
        var all = new LinkedHashSet<String>();
        all.add(typed);
        toUnicode(typed).ifPresent(all::add);
        toAscii(typed).ifPresent(all::add);
        return all;
    }

    /** The version of Unicode whose letters are known, such as "18.0". */
    public static String unicodeVersion() {
        return UNICODE.version();
    }

    private static String joined(List<Label> labels, Function<Label, String> form) {
        return labels.stream().map(form).collect(Collectors.joining("."));
    }

    private static Optional<List<Label>> labels(String typed) {
        boolean isAscii = UnicodeText.isAscii(typed);
        if (!isAscii && typed.codePoints().anyMatch(UNICODE::isDisallowed)) {
            return Optional.empty();
        }
        String mapped = isAscii ? UnicodeText.lowerCase(typed) : Nfc.of(mapped(typed));
        // what is sent has a character for each code point, at the least
        if (mapped.codePointCount(0, mapped.length()) > MAX_LENGTH) {
            return Optional.empty();
        }
        var labels = new ArrayList<Label>();
        for (String part : mapped.split("\\.", -1)) {
            Optional<Label> label = Label.read(part);
            if (label.isEmpty()) {
                return Optional.empty();
            }
            labels.add(label.get());
        }
        boolean isReadOneWay =
                BidiRule.holds(labels.stream().map(Label::letters).toList());
        return isReadOneWay ? Optional.of(labels) : Optional.empty();
    }

    private static String mapped(String typed) {
        var mapped = new StringBuilder();
        typed.codePoints().forEach(c -> {
            int[] others = UNICODE.mapping(c);
            if (others == null) {
                mapped.appendCodePoint(c);
            } else {
                mapped.append(new String(others, 0, others.length));
            }
        });
        return mapped.toString();
    }

    /** Nearly all are: then there is nothing to convert, which is what takes the time. */
    private static boolean isPlain(String name) {
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            length = c == '.' ? 0 : length + 1;
            boolean isSeparator = c == '.' && i > 0 && name.charAt(i - 1) != '.';
            if ((!isLetterOrDigit(c) && !isSeparator) || length > MAX_PLAIN_LABEL) {
                return false;
            }
        }
        return length > 0 && name.length() <= MAX_LENGTH;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
