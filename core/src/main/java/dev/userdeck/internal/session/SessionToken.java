package dev.userdeck.internal.session;

import dev.userdeck.internal.crypto.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client carries: a selector, by which the row is found, and a secret, of which the row holds a hash.
 *
 * <p>The secret begins with its lineage, 126 random bits that stay the same when the token is replaced, while the other
 * 130 are made anew. Who sends the right lineage had a token of this session once; who only knows the selector can't end
 * the session by sending wrong secrets.
 *
 * @param selector 22 URL-safe characters
 * @param secret 43 URL-safe characters
 */
record SessionToken(String selector, String secret) {
    private static final int SELECTOR_LENGTH = 22;
    private static final int LENGTH = SELECTOR_LENGTH + 1 + 43;
    private static final int LINEAGE_LENGTH = 21;
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

    String lineageHash() {
        return Secrets.sha256(secret.substring(0, LINEAGE_LENGTH));
    }

    /** The token that replaces this one. */
    SessionToken next(Secrets secrets) {
        return new SessionToken(
                selector, secret.substring(0, LINEAGE_LENGTH) + secrets.token().substring(LINEAGE_LENGTH));
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
