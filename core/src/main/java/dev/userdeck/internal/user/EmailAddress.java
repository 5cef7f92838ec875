package dev.userdeck.internal.user;

import dev.userdeck.error.FieldError;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An email address in the two forms that we keep.
 *
 * @param display as it was typed, without surrounding space
 * @param key what is compared: lower case, the domain in ASCII
 */
public record EmailAddress(String display, String key) {
    /** RFC 5321, 4.5.3.1: a path has 256 octets with its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;

    /** RFC 1035, 2.3.4. */
    private static final int MAX_LABEL_LENGTH = 63;

    private static final String TOO_LONG =
            "This email is too long: 64 characters before the @ and 254 in all are the most.";

    /**
     * Reads an address, if it is one.
     *
     * @param raw what was typed
     * @return empty when {@link #problem} has something to say
     */
    public static Optional<EmailAddress> parse(String raw) {
        String display = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (problemOf(display) != null) {
            return Optional.empty();
        }
        int at = display.lastIndexOf('@');
        String local = lowerCase(display.substring(0, at));
        String domain = asciiDomain(display.substring(at + 1));
        return Optional.of(new EmailAddress(display, local + "@" + domain));
    }

    /** One text for all spellings of what was typed as an address, even if it is none. */
    public static String typed(String raw) {
        return parse(raw).map(EmailAddress::key).orElseGet(() -> lowerCase(raw.strip()));
    }

    /** Composed again, as lower case may take letters apart; one sigma, which has two lower cases. */
    private static String lowerCase(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('ς', 'σ'), Normalizer.Form.NFC);
    }

    /** What is wrong with an address, in words for the person who typed it; null for nothing. */
    public static @Nullable String problem(String raw) {
        return problemOf(Normalizer.normalize(raw.strip(), Normalizer.Form.NFC));
    }

    private static @Nullable String problemOf(String address) {
        int at = address.lastIndexOf('@');
        if (address.isEmpty()) {
            return "An email is needed.";
        }
        if (at < 0) {
            return "An email needs an @.";
        }
        if (at == 0) {
            return "An email needs something before the @.";
        }
        if (at == address.length() - 1) {
            return "An email needs something after the @.";
        }
        if (address.length() > MAX_LENGTH || at > MAX_LOCAL_LENGTH) {
            return TOO_LONG;
        }
        if (address.indexOf('@') != at) {
            return "An email has just one @.";
        }
        if (address.codePoints().anyMatch(EmailAddress::isForbidden)) {
            return "An email has no spaces, brackets, quotes, commas or control characters.";
        }
        String local = address.substring(0, at);
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return "Before the @, a dot stands between other characters.";
        }
        String domain = asciiDomain(address.substring(at + 1));
        if (domain.isEmpty()) {
            return "What comes after the @ is no domain name.";
        }
        return at + 1 + domain.length() > MAX_LENGTH ? TOO_LONG : null;
    }

    /** The refusal of an address, if there is one. */
    public static Optional<FieldError> check(String field, String raw) {
        return Optional.ofNullable(problem(raw)).map(message -> new FieldError(field, "email-invalid", message));
    }

    private static boolean isForbidden(int c) {
        if (isPlain(c)) {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.UNASSIGNED
                || Character.getType(c) == Character.SURROGATE
                || "<>()[]\\,;:\"".indexOf(c) >= 0;
    }

    private static String asciiDomain(String domain) {
        if (isPlainDomain(domain)) {
            return domain.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Nearly all are: then there is nothing to convert, which is what takes the time. */
    private static boolean isPlainDomain(String domain) {
        int length = 0;
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            length = c == '.' ? 0 : length + 1;
            boolean isSeparator = c == '.' && i > 0 && domain.charAt(i - 1) != '.';
            if ((!isPlain(c) && !isSeparator) || length > MAX_LABEL_LENGTH) {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
