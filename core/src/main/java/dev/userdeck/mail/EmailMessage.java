package dev.userdeck.mail;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it goes out. Who it is from is the sender's business.
 *
 * @param to one address, without a name; at most 320 characters
 * @param subject one line of at most 250 characters
 * @param text the words without any formatting
 * @param html the same as HTML, null for none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record EmailMessage(
        String to, String subject, String text, @Nullable String html) {
    private static final int MAX_ADDRESS = 320;
    private static final int MAX_SUBJECT = 250;
    private static final int MAX_CONTENT = 262_144;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the address is none, the address or subject would add a header, or a part is
     *     too long (262,144 characters for each form of the words)
     */
    public EmailMessage {
        requireNonNull(text, "text");
        int at = to.lastIndexOf('@');
        if (at < 1
                || at == to.length() - 1
                || to.length() > MAX_ADDRESS
                || to.codePoints().anyMatch(EmailMessage::endsAWord)) {
            throw new IllegalArgumentException("A mail goes to one plain address");
        }
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || subject.codePoints().anyMatch(EmailMessage::isControl)) {
            throw new IllegalArgumentException("A subject is one line of 1 to " + MAX_SUBJECT + " characters");
        }
        if (text.length() > MAX_CONTENT || (html != null && html.length() > MAX_CONTENT)) {
            throw new IllegalArgumentException("A mail has at most " + MAX_CONTENT + " characters");
        }
    }

    private static boolean endsAWord(int c) {
        return isControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c) || "<>,;".indexOf(c) >= 0;
    }

    /** Line and paragraph separators too: some servers take them for the end of a header. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || Character.getType(c) == Character.SURROGATE;
    }

    /** Without the words: they may hold a link that signs someone in. */
    @Override
    public String toString() {
        return "Email[subject=" + subject + "]";
    }
}
