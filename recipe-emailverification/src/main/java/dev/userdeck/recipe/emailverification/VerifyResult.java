package dev.userdeck.recipe.emailverification;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import org.apiguardian.api.API;

/** Outcome of {@link EmailVerification#verify}. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface VerifyResult {

    /**
     * The email is verified now.
     *
     * @param user whose
     * @param email the address
     */
    record Verified(UserId user, String email) implements VerifyResult {}

    /** The token is unknown, used, too old, or of an address that isn't the user's any more. */
    record Unusable() implements VerifyResult {}
}
