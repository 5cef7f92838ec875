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
 * @param passwordHash the hash of the password that the user has elsewhere, null for none
 * @param name what people see, null for none; at most 255 characters
 * @param tenant where the user is created; {@link TenantId#PUBLIC} unless said otherwise
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewUser(
        String email,
        @Nullable String password,
        @Nullable String passwordHash,
        @Nullable String name,
        TenantId tenant) {

    /** Checks that email and tenant are there, and at most one of password and hash. */
    public NewUser {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(tenant, "tenant");
        if (password != null && passwordHash != null) {
            throw new IllegalArgumentException("A new user has a password or the hash of one, not both");
        }
    }

    /** A user with this address in the tenant {@code public}. */
    public static NewUser withEmail(String email) {
        return new NewUser(email, null, null, null, TenantId.PUBLIC);
    }

    /** The same with a password. */
    public NewUser password(String clear) {
        return new NewUser(email, clear, passwordHash, name, tenant);
    }

    /**
     * The same with the hash of a password that the user has elsewhere, who goes on using it. The first sign-in with it
     * replaces the hash by one of our own. It is read as:
     *
     * <ul>
     *   <li>Argon2id and Argon2i: {@code $argon2id$v=19$m=65536,t=3,p=4$salt$hash}
     *   <li>bcrypt: {@code $2a$}, {@code $2b$} or {@code $2y$}
     *   <li>scrypt: {@code $scrypt$ln=15,r=8,p=1$salt$hash} or {@code $s0$f0801$salt$hash}
     *   <li>PBKDF2 with SHA-256 or SHA-512: {@code $pbkdf2-sha256$i=600000$salt$hash}, {@code
     *       $pbkdf2-sha256$600000$salt$hash} (passlib) or {@code pbkdf2_sha256$600000$salt$hash} (Django)
     *   <li>Firebase: {@code $firebase-scrypt$salt$hash}, after {@link dev.userdeck.Userdeck.Builder#firebaseScrypt}
     * </ul>
     *
     * <p>A hash of another form is refused, and so is one that would take many seconds or more than 256 MiB to check. For
     * {@link Users#create} alone: who signs up in person has a password.
     *
     * <p>Until a user's first sign-in the check takes the time that the hash was made to take. By that time someone may
     * tell such an account from one that doesn't exist.
     */
    public NewUser passwordHash(String hash) {
        return new NewUser(email, password, hash, name, tenant);
    }

    /** The same with a name. */
    public NewUser named(@Nullable String newName) {
        return new NewUser(email, password, passwordHash, newName, tenant);
    }

    /** The same in another tenant. */
    public NewUser in(TenantId newTenant) {
        return new NewUser(email, password, passwordHash, name, newTenant);
    }

    /** Tells nothing of the password. */
    @Override
    public String toString() {
        return "NewUser[tenant=" + tenant + "]";
    }
}
