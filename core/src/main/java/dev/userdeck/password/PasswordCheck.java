package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The app's own check of new passwords, beside the rules: that none is among those of known breaches (OWASP ASVS 5.0, 6.2.12), or
 * holds what only the app knows to be easily guessed.
 *
 * <pre>{@code
 * Userdeck.builder()
 *         .dataSource(dataSource)
 *         .passwordCheck(password -> breaches.contain(password)
 *                 ? Optional.of("This password is known from a breach. Choose another one.")
 *                 : Optional.empty())
 * }</pre>
 */
@FunctionalInterface
@API(status = EXPERIMENTAL, since = "0.1")
public interface PasswordCheck {

    /**
     * Why a password isn't taken. Asked for each new password of users and operators that the rules let through, when it is chosen,
     * and never at sign-in or in an import. Called by several threads, before the password is hashed and before Userdeck opens a
     * transaction, so it may ask another service, within a time of its own. What it throws goes to the caller, and no password is
     * changed.
     *
     * @param password as it will be hashed: the one typed, in Unicode's form NFKC. Keep it nowhere, and send it to nobody
     * @return for people to read, as the error {@code password-refused} of the field {@code password}; empty to take it
     */
    Optional<String> refusal(String password);
}
