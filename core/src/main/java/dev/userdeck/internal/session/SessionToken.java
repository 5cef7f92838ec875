package dev.userdeck.internal.session;

import dev.userdeck.internal.crypto.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client carries: a selector, by which the row is found, and a secret, of which the row holds a hash.
 *
 * @param selector 22 URL-safe characters
 * @param secret 43 URL-safe characters
 */
record SessionToken(String selector, String secret) {
    private static final int SELECTOR_LENGTH = 22;
    private static final int LENGTH = SELECTOR_LENGTH + 1 + 43;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");

    static SessionToken random(Secrets secrets) {
        return new SessionToken(secrets.selector(), secrets.token());
    }

    /** Reads what a client sent, if it could be a token at all. */
    static Optional<SessionToken> parse(@Nullable String text) {
        if (text == null || text.length() != LENGTH || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new SessionToken(text.substring(0, SELECTOR_LENGTH), text.substring(SELECTOR_LENGTH + 1)));
    }

    String secretHash() {
        return Secrets.sha256(secret);
    }

    /** What the client gets. */
    String text() {
        return selector + "." + secret;
    }

    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return "SessionToken[]";
    }
}
