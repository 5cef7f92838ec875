package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A session whose token was good, and the token that replaces it when it was time for a new one.
 *
 * @param session the session
 * @param newToken what the client sends from now on, URL-safe text of at most 100 characters; null to keep the one it has
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record VerifiedSession(Session session, @Nullable String newToken) {

    /** Tells nothing of the token. */
    @Override
    public String toString() {
        return "VerifiedSession[" + session.handle() + (newToken == null ? "]" : ", with a new token]");
    }
}
