package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * An operator who is to be invited.
 *
 * @param email the address to sign in with, unique among operators without regard to case
 * @param access what this operator will be allowed, and in which tenants
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewInvitation(String email, Access access) {

    /** Checks that both are there. */
    public NewInvitation {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(access, "access");
    }
}
