package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Set;
import org.apiguardian.api.API;

/** A way to sign in that a tenant may switch off. What is added here later is on in every tenant. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum SignInMethod {
    /** Email and password, checked by Userdeck. */
    PASSWORD,
    /** A link or a code sent to the user's own email or phone, by the host. */
    PASSWORDLESS,
    /** Someone else's login: the host's own, OpenID Connect, SAML. */
    EXTERNAL;

    private static final Set<String> WITHOUT_PASSWORD =
            Set.of("passwordless", "email-link", "email-code", "phone-link", "phone-code");

    /**
     * Which one a session's {@link dev.userdeck.session.SessionOrigin#method method} belongs to: {@code password};
     * {@code passwordless}, {@code email-link}, {@code email-code}, {@code phone-link} and {@code phone-code}; and every
     * other name, as in {@code google}, is an external login.
     */
    public static SignInMethod ofSession(String method) {
        if (method.equals("password")) {
            return PASSWORD;
        }
        return WITHOUT_PASSWORD.contains(method) ? PASSWORDLESS : EXTERNAL;
    }
}
