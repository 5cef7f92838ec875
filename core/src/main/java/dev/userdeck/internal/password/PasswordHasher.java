package dev.userdeck.internal.password;

import dev.userdeck.error.BusyException;
import dev.userdeck.internal.password.argon2.Argon2Engines;
import dev.userdeck.internal.password.argon2.Argon2Settings;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashes passwords with Argon2id and checks them. Hashes are PHC strings that carry their own settings. Hashes that other
 * programs made in other ways are checked too.
 *
 * <p>A hash takes a core and 19 MiB for some tens of milliseconds, on the caller's thread; one of another program takes what
 * it was made to take. How many run at once is bounded, see {@link HashingCapacity}; a caller who has waited too long is
 * refused with {@link BusyException}. Safe for use by many threads.
 *
 * <p>A check of nobody and one of a hash with today's settings do the same. Every other check takes longer: after a hash of
 * another program one of today's is computed too.
 */
public final class PasswordHasher {
    /** What is longer can't be a password and isn't worth the work. */
    static final int MAX_CLEAR_LENGTH = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PasswordHasher.class);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES_IN_MEBIBYTE = 1024;

    private final SecureRandom random = new SecureRandom();
    private final HashFormats formats;
    private final HashingCapacity capacity;
    /** Of nobody: checked when there is no hash to check. */
    private final Argon2Hash nobody;

    /**
     * With what this JVM has.
     *
     * @param firebase what hashes from Firebase were made with, null if there are none
     */
    public PasswordHasher(@Nullable FirebaseScrypt firebase) {
        this(new HashFormats(firebase, Argon2Engines.best()), HashingCapacity.OF_THIS_JVM);
    }

    PasswordHasher(HashFormats formats, HashingCapacity capacity) {
        this.formats = formats;
        this.capacity = capacity;
        this.nobody = new Argon2Hash(formats.argon2(), Argon2Settings.CURRENT, random(SALT_BYTES), random(HASH_BYTES));
    }

    /**
     * Hashes a password.
     *
     * @return a PHC string of about 100 characters
     * @throws IllegalArgumentException if the password has more than 1,024 characters
     * @throws BusyException if too many hashes are under way
     */
    public String hash(String clear) {
        return hash(clear, () -> true).orElseThrow();
    }

    /**
     * Hashes a password, unless it turns out while others are served that it isn't needed: whoever asks for the same thing many
     * times at once doesn't take everyone's turn.
     *
     * @param isStillNeeded asked if it had to wait; quick, as others wait meanwhile
     * @return empty if it wasn't needed
     * @throws IllegalArgumentException if the password has more than 1,024 characters
     * @throws BusyException if too many hashes are under way
     */
    public Optional<String> hash(String clear, BooleanSupplier isStillNeeded) {
        if (isTooLong(clear)) {
            throw new IllegalArgumentException("A password has at most " + MAX_CLEAR_LENGTH + " characters");
        }
        byte[] salt = random(SALT_BYTES);
        String text = PasswordPolicy.normalize(clear);
        return capacity.run(
                nobody.memory(),
                () -> {
                    try {
                        return Argon2Hash.of(text, formats.argon2(), salt, HASH_BYTES)
                                .toString();
                    } catch (OutOfMemoryError e) {
                        throw lacksMemory(nobody);
                    }
                },
                isStillNeeded);
    }

    /** Why {@link #verify} could never check a hash; empty if it can. */
    public Optional<HashRefusal> refusal(String hash) {
        Optional<StoredHash> parsed = formats.parse(hash);
        if (parsed.isEmpty()) {
            return Optional.of(UnreadHashes.refusal(hash));
        }
        int memory = parsed.get().memory();
        return memory <= capacity.most() ? Optional.empty() : Optional.of(needs(memory));
    }

    private HashRefusal needs(int memory) {
        return new HashRefusal(
                "password-hash-needs-memory",
                "To check this hash takes " + mebibytes(memory) + " MiB of memory, and here it may take "
                        + capacity.most() / KIBIBYTES_IN_MEBIBYTE + ". Give the JVM a heap of "
                        + mebibytes(HashingCapacity.heapFor(memory)) + " MiB, or let the user choose a new password.");
    }

    private static long mebibytes(long kibibytes) {
        return (kibibytes + KIBIBYTES_IN_MEBIBYTE - 1) / KIBIBYTES_IN_MEBIBYTE;
    }

    /**
     * Tells whether a hash was made of this password. A hash that can't be read fits none, in the time of one of our own.
     *
     * @throws BusyException if too many hashes are under way, or this one finds no memory: the password may be right
     */
    public boolean verify(String clear, String hash) {
        Optional<StoredHash> parsed = formats.parse(hash);
        return isHashOf(clear, parsed.orElse(nobody)) && parsed.isPresent();
    }

    /**
     * Takes the time of {@link #verify}, for when there is nobody to check.
     *
     * @throws BusyException if too many hashes are under way
     */
    public void verifyNothing(String clear) {
        isHashOf(clear, nobody);
    }

    /**
     * The hash to store instead of one that a password has just fitted: empty if it stays, as it has today's settings, or
     * looked at the beginning of the password alone. It stays for now, too, if too many hashes are under way.
     */
    public Optional<String> replacement(String clear, String hash) {
        Optional<StoredHash> stored = formats.parse(hash);
        if (stored.isEmpty() || stored.get().isCurrent() || !spellings(clear).allMatch(stored.get()::isOfAll)) {
            return Optional.empty();
        }
        try {
            return Optional.of(hash(clear));
        } catch (BusyException e) {
            LOG.debug("A hash of another program is kept until the next sign-in: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isHashOf(String clear, StoredHash expected) {
        if (isTooLong(clear)) {
            return false;
        }
        List<String> spellings = spellings(clear).toList();
        if (expected.memory() > capacity.most()) {
            return capacity.run(nobody.memory(), () -> {
                throw lacksMemory(expected, spellings);
            });
        }
        return capacity.run(Math.max(expected.memory(), nobody.memory()), () -> {
            try {
                boolean fits = spellings.stream().anyMatch(expected::isOf);
                if (!expected.isCurrent()) {
                    spellings.forEach(nobody::isOf);
                }
                return fits;
            } catch (OutOfMemoryError e) {
                throw lacksMemory(expected, spellings);
            }
        });
    }

    /** Takes the time of a check, so that the refusal doesn't tell by its time that there is such a hash. */
    private BusyException lacksMemory(StoredHash expected, List<String> spellings) {
        try {
            spellings.forEach(nobody::isOf);
        } catch (OutOfMemoryError e) {
            LOG.debug("There is no memory for a hash of today's settings either");
        }
        return lacksMemory(expected);
    }

    private static BusyException lacksMemory(StoredHash expected) {
        return new BusyException(
                "There are no " + mebibytes(expected.memory()) + " MiB of memory to compute a password's hash");
    }

    /**
     * The normal form, which hashes of ours are made of, and what others may have hashed: what was typed as it came. For
     * most passwords all are the same. A hash with today's settings may come from elsewhere too.
     */
    private static Stream<String> spellings(String clear) {
        return Stream.of(PasswordPolicy.normalize(clear), Normalizer.normalize(clear, Normalizer.Form.NFC), clear)
                .distinct();
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
