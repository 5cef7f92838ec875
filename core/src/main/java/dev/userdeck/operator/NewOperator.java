package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A built-in operator who is to be created.
 *
 * @param email the address to sign in with, unique among operators without regard to case
 * @param name what people see, 1 to 255 characters
 * @param password in clear
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewOperator(String email, String name, String password) {

    /** Tells nothing of the password. */
    @Override
    public String toString() {
        return "NewOperator[]";
    }
}
