package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.userdeck.error.BusyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords with Argon2id and checks them. Hashes are PHC strings that carry their own settings.
 *
 * <p>A hash takes a core and 19 MiB for some tens of milliseconds, on the caller's thread. So only as many run at once as
 * there are cores; a caller who has waited too long is refused with {@link BusyException}. Safe for use by many threads.
 */
public final class PasswordHasher {
    /** What is longer can't be a password and isn't worth the work. */
    static final int MAX_CLEAR_LENGTH = 1024;

    /** OWASP's minimum: 19 MiB, two passes, one lane. */
    static final Argon2Hash.Settings CURRENT = new Argon2Hash.Settings(Argon2.ID, 19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore gate;
    private final Duration wait;
    /** Of nobody: checked when there is no hash to check. */
    private final Argon2Hash nobody = new Argon2Hash(CURRENT, random(SALT_BYTES), random(HASH_BYTES));

    /** As many at once as there are cores, at least two. */
    public PasswordHasher() {
        this(new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true), WAIT);
    }

    PasswordHasher(Semaphore gate, Duration wait) {
        this.gate = gate;
        this.wait = wait;
    }

    /**
     * Hashes a password.
     *
     * @return a PHC string of about 100 characters
     * @throws IllegalArgumentException if the password has more than 1,024 characters
     * @throws BusyException if too many hashes are under way
     */
    public String hash(String clear) {
        if (isTooLong(clear)) {
            throw new IllegalArgumentException("A password has at most " + MAX_CLEAR_LENGTH + " characters");
        }
        byte[] salt = random(SALT_BYTES);
        return new Argon2Hash(CURRENT, salt, compute(CURRENT, clear, salt, HASH_BYTES)).toString();
    }

    /**
     * Tells whether a hash was made of this password. A hash of a form that isn't known fits none, in the same time.
     *
     * @throws BusyException if too many hashes are under way
     */
    public boolean verify(String clear, String hash) {
        Optional<Argon2Hash> parsed = Argon2Hash.parse(hash);
        boolean same = isHashOf(clear, parsed.orElse(nobody));
        return same && parsed.isPresent();
    }

    /**
     * Takes the time of {@link #verify}, for when there is nobody to check.
     *
     * @throws BusyException if too many hashes are under way
     */
    public void verifyNothing(String clear) {
        isHashOf(clear, nobody);
    }

    /** Tells whether a hash was made with other settings than today's. */
    public boolean needsRehash(String hash) {
        return !Argon2Hash.parse(hash).map(Argon2Hash::settings).equals(Optional.of(CURRENT));
    }

    private boolean isHashOf(String clear, Argon2Hash expected) {
        if (isTooLong(clear)) {
            return false;
        }
        byte[] actual = compute(expected.settings(), clear, expected.salt(), expected.hash().length);
        return MessageDigest.isEqual(actual, expected.hash());
    }

    private byte[] compute(Argon2Hash.Settings settings, String clear, byte[] salt, int length) {
        byte[] password = PasswordPolicy.normalize(clear).getBytes(UTF_8);
        enter();
        try {
            return Argon2Function.getInstance(
                            settings.memory(), settings.passes(), settings.lanes(), length, settings.variant())
                    .hash(password, salt)
                    .getBytes();
        } finally {
            gate.release();
        }
    }

    private void enter() {
        try {
            if (gate.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException("Too many passwords are being checked; try again in a moment");
    }

    private static boolean isTooLong(String clear) {
        return clear.length() > MAX_CLEAR_LENGTH;
    }

    private byte[] random(int bytes) {
        var buffer = new byte[bytes];
        random.nextBytes(buffer);
        return buffer;
    }
}
