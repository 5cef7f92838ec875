package dev.userdeck.internal.password;

import dev.userdeck.error.BusyException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id and checks them. Hashes are PHC strings that carry their own settings. Hashes that other
 * programs made in other ways are checked too.
 *
 * <p>A hash takes a core and 19 MiB for some tens of milliseconds, on the caller's thread. So only as many run at once as
 * there are cores; a caller who has waited too long is refused with {@link BusyException}. Safe for use by many threads.
 */
public final class PasswordHasher {
    /** What is longer can't be a password and isn't worth the work. */
    static final int MAX_CLEAR_LENGTH = 1024;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final HashFormats formats;
    private final Semaphore gate;
    private final Duration wait;
    /** Of nobody: checked when there is no hash to check. */
    private final Argon2Hash nobody = new Argon2Hash(Argon2Hash.CURRENT, random(SALT_BYTES), random(HASH_BYTES));

    /**
     * As many at once as there are cores, at least two.
     *
     * @param firebase what hashes from Firebase were made with, null if there are none
     */
    public PasswordHasher(@Nullable FirebaseScrypt firebase) {
        this(
                new HashFormats(firebase),
                new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true),
                WAIT);
    }

    PasswordHasher(HashFormats formats, Semaphore gate, Duration wait) {
        this.formats = formats;
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
        String text = PasswordPolicy.normalize(clear);
        enter();
        try {
            return Argon2Hash.of(text, salt, HASH_BYTES).toString();
        } finally {
            gate.release();
        }
    }

    /** Tells whether {@link #verify} can make sense of a hash. */
    public boolean canRead(String hash) {
        return formats.parse(hash).isPresent();
    }

    /**
     * Tells whether a hash was made of this password. A hash that can't be read fits none, in the time of one of our own.
     * A hash of another program takes the time that it takes.
     *
     * @throws BusyException if too many hashes are under way
     */
    public boolean verify(String clear, String hash) {
        Optional<StoredHash> parsed = formats.parse(hash);
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

    /** Tells whether a hash was made with other settings than today's, or in another way. */
    public boolean needsRehash(String hash) {
        return !formats.parse(hash).map(StoredHash::isCurrent).orElse(false);
    }

    private boolean isHashOf(String clear, StoredHash expected) {
        if (isTooLong(clear)) {
            return false;
        }
        enter();
        try {
            return spellings(clear, expected).anyMatch(expected::isOf);
        } finally {
            gate.release();
        }
    }

    /** Ours are made of the normal form; others may have taken what was typed as it came. */
    private static Stream<String> spellings(String clear, StoredHash expected) {
        String normal = PasswordPolicy.normalize(clear);
        return expected.isCurrent()
                ? Stream.of(normal)
                : Stream.of(normal, Normalizer.normalize(clear, Normalizer.Form.NFC), clear)
                        .distinct();
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
