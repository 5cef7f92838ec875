package dev.userdeck.internal.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;

/**
 * Keys as 64 bits that nobody can choose: SHA-256 behind a secret, cut off. Two that become the same cost a second look at
 * their rows, and change nothing.
 */
final class RowKeys {
    private final byte[] secret = new byte[16];
    private final MessageDigest digest;

    RowKeys() {
        new SecureRandom().nextBytes(secret);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    long[] of(Collection<String> keys) {
        return keys.stream().mapToLong(this::of).toArray();
    }

    private long of(String key) {
        digest.update(secret);
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
