package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * An operator who has just signed in, with the session's token, which is known only now.
 *
 * @param operator who
 * @param token the secret for the client
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record IssuedOperatorSession(Operator operator, String token) {

    /** Tells nothing of the token. */
    @Override
    public String toString() {
        return "IssuedOperatorSession[" + operator.id() + "]";
    }
}
