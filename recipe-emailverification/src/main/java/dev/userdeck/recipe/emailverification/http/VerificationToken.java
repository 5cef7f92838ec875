package dev.userdeck.recipe.emailverification.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Body of the route that verifies an address.
 *
 * @param token what the link in the mail carries
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record VerificationToken(@Nullable String token) {

    /** Without the token: it is a secret. */
    @Override
    public String toString() {
        return "VerificationToken[]";
    }
}
