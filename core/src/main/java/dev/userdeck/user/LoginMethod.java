package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a user signs in.
 *
 * @param id the method's own id
 * @param kind what sort of method
 * @param email the address it uses, null when it uses none
 * @param phone the number it uses, in E.164; null when it uses none
 * @param provider who vouches for the user, as in {@code google}; null unless external
 * @param subject the user's id at the provider; null unless external
 * @param createdAt when it was added
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LoginMethod(
        LoginMethodId id,
        Kind kind,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String provider,
        @Nullable String subject,
        Instant createdAt) {

    /** The sorts of methods. */
    public enum Kind {
        /** Email and password, checked by Userdeck. */
        PASSWORD,
        /** A code or link sent to the email or the phone, by the host. */
        PASSWORDLESS,
        /** Someone else's login: the host's own, OpenID Connect, SAML. */
        EXTERNAL
    }
}
