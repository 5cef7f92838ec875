package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a user is created from. Start with {@link #withEmail} and add to it.
 *
 * @param email the address, checked when the user is created
 * @param password the first password in clear, null for none
 * @param name what people see, null for none; at most 255 characters
 * @param tenant where the user is created; {@link TenantId#PUBLIC} unless said otherwise
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewUser(
        String email, @Nullable String password, @Nullable String name, TenantId tenant) {

    /** Checks that email and tenant are there. */
    public NewUser {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(tenant, "tenant");
    }

    /** A user with this address in the tenant {@code public}. */
    public static NewUser withEmail(String email) {
        return new NewUser(email, null, null, TenantId.PUBLIC);
    }

    /** The same with a password. */
    public NewUser password(String clear) {
        return new NewUser(email, clear, name, tenant);
    }

    /** The same with a name. */
    public NewUser named(@Nullable String newName) {
        return new NewUser(email, password, newName, tenant);
    }

    /** The same in another tenant. */
    public NewUser in(TenantId newTenant) {
        return new NewUser(email, password, name, newTenant);
    }

    /** Tells nothing of the password. */
    @Override
    public String toString() {
        return "NewUser[tenant=" + tenant + "]";
    }
}
