package dev.userdeck.internal.user.store;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.idna.DomainName;
import dev.userdeck.internal.idna.UnicodeText;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An email address in the two forms that we keep. Both are the same on each Java.
 *
 * @param display as it was typed, without surrounding space
 * @param key what is compared: lower case, the domain in ASCII by {@link DomainName}
 */
public record EmailAddress(String display, String key) {
    /** RFC 5321, 4.5.3.1: a path has 256 octets with its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;

    private static final String TOO_LONG =
            "This email is too long: 64 characters before the @ and 254 in all are the most.";

    /**
     * Reads an address, if it is one.
     *
     * @param raw what was typed
     * @return empty when {@link #problem} has something to say
     */
    public static Optional<EmailAddress> parse(String raw) {
        String display = UnicodeText.composed(raw.strip());
        if (problemOf(display) != null) {
            return Optional.empty();
        }
        int at = display.lastIndexOf('@');
        String local = lowerCase(display.substring(0, at));
        return DomainName.toAscii(display.substring(at + 1))
                .map(domain -> new EmailAddress(display, local + "@" + domain));
    }

    /** One text for all spellings of what was typed as an address, even if it is none. */
    public static String typed(String raw) {
        return parse(raw).map(EmailAddress::key).orElseGet(() -> lowerCase(raw.strip()));
    }

    /** All that somebody may type for it: as given, with the domain in letters, and as compared. */
    Set<String> spellings() {
        int domain = display.lastIndexOf('@') + 1;
        var all = new LinkedHashSet<String>();
        for (String spelling : DomainName.spellings(display.substring(domain))) {
            all.add(display.substring(0, domain) + spelling);
        }
        all.add(key);
        return all;
    }

    /** Composed again, as lower case may take letters apart; one sigma, which has two lower cases. */
    private static String lowerCase(String text) {
        return UnicodeText.composed(UnicodeText.lowerCase(text).replace('ς', 'σ'));
    }

    /** What is wrong with an address, in words for the person who typed it; null for nothing. */
    public static @Nullable String problem(String raw) {
        return problemOf(UnicodeText.composed(raw.strip()));
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
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        boolean hasForbidden = local.codePoints().anyMatch(EmailAddress::isForbidden)
                || domain.codePoints().anyMatch(c -> isForbidden(c) && !UnicodeText.isJoiner(c));
        if (hasForbidden) {
            return "An email has no spaces, brackets, quotes, commas or control characters.";
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return "Before the @, a dot stands between other characters.";
        }
        Optional<String> ascii = DomainName.toAscii(domain);
        if (ascii.isEmpty()) {
            return "What comes after the @ is no domain name.";
        }
        return at + 1 + ascii.get().length() > MAX_LENGTH ? TOO_LONG : null;
    }

    /** The refusal of an address, if there is one. */
    public static Optional<FieldError> check(String field, String raw) {
        return Optional.ofNullable(problem(raw)).map(message -> new FieldError(field, "email-invalid", message));
    }

    private static boolean isForbidden(int c) {
        if (isPlain(c)) {
            return false;
        }
        return !UnicodeText.isVisible(c) || "<>()[]\\,;:\"".indexOf(c) >= 0;
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
