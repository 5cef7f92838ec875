package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A login that someone else vouches for: the host's own, OpenID Connect, SAML. Provider and subject together name one user.
 *
 * @param provider who vouches, as in {@code google}: 1 to 64 characters of a-z, 0-9, '.', '_' and '-'
 * @param subject the user's id there, 1 to 255 characters, compared exactly
 * @param email the address that the provider tells, null for none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewLogin(
        String provider, String subject, @Nullable String email) {

    /** Checks that provider and subject are there. */
    public NewLogin {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(subject, "subject");
    }

    /** A login without an address. */
    public static NewLogin of(String provider, String subject) {
        return new NewLogin(provider, subject, null);
    }

    /** The same with an address, which is the user's alone in the user's tenants from then on. */
    public NewLogin email(@Nullable String newEmail) {
        return new NewLogin(provider, subject, newEmail);
    }

    /** Tells nothing of the person. */
    @Override
    public String toString() {
        return "NewLogin[provider=" + provider + "]";
    }
}
