package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.ScryptFunction;
import java.security.GeneralSecurityException;

/**
 * The function scrypt (RFC 7914).
 *
 * @param logN the binary logarithm of the cost N
 * @param blockSize r
 * @param lanes p
 */
record Scrypt(int logN, int blockSize, int lanes) {
    private static final int MAX_LOG_N = 20;
    private static final int MAX_BLOCK_SIZE = 32;
    private static final int MAX_LANES = 16;
    /** In blocks of 128 bytes: 256 MiB, as for Argon2. */
    private static final int MAX_WORK = 1 << 21;

    /** Made anew each time, as password4j keeps those that it hands out. */
    private static final class Function extends ScryptFunction {
        Function(Scrypt settings, int length) {
            super(1 << settings.logN(), settings.blockSize(), settings.lanes(), length);
        }
    }

    /** Whether it can be computed, and no row of the table can ask for a machine's whole memory, or a minute. */
    boolean isSane() {
        return logN >= 1
                && logN <= MAX_LOG_N
                && blockSize >= 1
                && blockSize <= MAX_BLOCK_SIZE
                && lanes >= 1
                && lanes <= MAX_LANES
                && (((long) blockSize * lanes) << logN) <= MAX_WORK;
    }

    /** The memory that it takes, in KiB: N blocks of 128 r bytes, p to begin with, and two to work on. */
    int memory() {
        return blockSize * ((1 << logN) + lanes + 2) / 8 + 1;
    }

    /**
     * Computes a key.
     *
     * @param salt not empty: the JDK's PBKDF2, which scrypt ends with, refuses that
     */
    byte[] key(String text, byte[] salt, int length) {
        try {
            return new Function(this, length).scrypt(text.getBytes(UTF_8), salt, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2 with HMAC-SHA-256", e);
        }
    }
}
