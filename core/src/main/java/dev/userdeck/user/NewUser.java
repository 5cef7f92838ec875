package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.TenantId;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A user who is to be created. Start with {@link #withEmail}, {@link #withPhone} or {@link #withLogin} and add to it.
 * Values are checked when the user is created.
 *
 * @param email the address, null for none
 * @param phone the number with + and country code, null for none
 * @param password the first password in clear, null for none; needs an email
 * @param passwordHash the hash of the password that the user has elsewhere, null for none; needs an email
 * @param passwordless whether the user signs in by messages to email or phone, which the host sends
 * @param login a login of the host's, null for none
 * @param name what people see, null for none; at most 255 characters
 * @param externalId the host's own id for the user, null for none; at most 255 characters
 * @param tenant where the user is created; {@link TenantId#PUBLIC} unless said otherwise
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewUser(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String password,
        @Nullable String passwordHash,
        boolean passwordless,
        @Nullable NewLogin login,
        @Nullable String name,
        @Nullable String externalId,
        TenantId tenant) {

    /** Checks that the tenant is there, and at most one of password and hash. */
    public NewUser {
        Objects.requireNonNull(tenant, "tenant");
        if (password != null && passwordHash != null) {
            throw new IllegalArgumentException("A new user has a password or the hash of one, not both");
        }
    }

    /** A user with this address in the tenant {@code public}. */
    public static NewUser withEmail(String email) {
        return new NewUser(
                Objects.requireNonNull(email, "email"), null, null, null, false, null, null, null, TenantId.PUBLIC);
    }

    /** A user with this number in the tenant {@code public}. */
    public static NewUser withPhone(String phone) {
        return new NewUser(
                null, Objects.requireNonNull(phone, "phone"), null, null, false, null, null, null, TenantId.PUBLIC);
    }

    /** A user with this login of the host's in the tenant {@code public}. */
    public static NewUser withLogin(NewLogin login) {
        return new NewUser(
                null, null, null, null, false, Objects.requireNonNull(login, "login"), null, null, TenantId.PUBLIC);
    }

    /** The same with an address, null for none. */
    public NewUser email(@Nullable String newEmail) {
        return new NewUser(newEmail, phone, password, passwordHash, passwordless, login, name, externalId, tenant);
    }

    /** The same with a number, null for none. */
    public NewUser phone(@Nullable String newPhone) {
        return new NewUser(email, newPhone, password, passwordHash, passwordless, login, name, externalId, tenant);
    }

    /** The same with a password. */
    public NewUser password(@Nullable String clear) {
        return new NewUser(email, phone, clear, passwordHash, passwordless, login, name, externalId, tenant);
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
     * <p>A hash of another form is refused ({@code password-hash-unreadable}), and so is one that would take many seconds or
     * more than 256 MiB to check. One that takes more memory than a third of this JVM's largest heap is refused too ({@code
     * password-hash-needs-memory}): it could never be checked here. For {@link Users#create} alone: who signs up in person
     * has a password.
     *
     * <p>Until a user's first sign-in a check takes longer than one of a user who doesn't exist, never shorter. By that time
     * someone may tell that there is such an account. The sign-in replaces the hash by Argon2id; one by bcrypt only if fewer
     * than 72 bytes were typed, as bcrypt doesn't look at more, and a slip behind them must not become the password.
     */
    public NewUser passwordHash(String hash) {
        return new NewUser(email, phone, password, hash, passwordless, login, name, externalId, tenant);
    }

    /**
     * The same, signing in by messages to the email and to the phone, as far as there are: a login method for each. The
     * host sends them and opens the session.
     */
    public NewUser withoutPassword() {
        return new NewUser(email, phone, null, null, true, login, name, externalId, tenant);
    }

    /** The same with a name. */
    public NewUser name(@Nullable String newName) {
        return new NewUser(email, phone, password, passwordHash, passwordless, login, newName, externalId, tenant);
    }

    /** The same with the host's own id. */
    public NewUser externalId(@Nullable String newExternalId) {
        return new NewUser(email, phone, password, passwordHash, passwordless, login, name, newExternalId, tenant);
    }

    /** The same in another tenant. */
    public NewUser tenant(TenantId newTenant) {
        return new NewUser(email, phone, password, passwordHash, passwordless, login, name, externalId, newTenant);
    }

    /** Tells nothing of the password, nor of the person. */
    @Override
    public String toString() {
        return "NewUser[tenant=" + tenant + "]";
    }
}
