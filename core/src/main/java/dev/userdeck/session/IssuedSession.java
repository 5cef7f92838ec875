package dev.userdeck.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A new session with its token, which is known only now: the database holds a hash of it.
 *
 * @param session the session
 * @param token the secret for the client, URL-safe text of at most 100 characters
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record IssuedSession(Session session, String token) {

    /** Tells nothing of the token. */
    @Override
    public String toString() {
        return "IssuedSession[" + session.handle() + "]";
    }
}
