package dev.userdeck.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the database is to keep and not to know, by AES-256-GCM. What is sealed begins with the id of its key, and opens
 * only for what it was sealed for: no row can take the place of another. Safe for use by many threads.
 */
public final class SecretBox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * Seals with one key, and opens with the others, too.
     *
     * @throws IllegalArgumentException if one is not of 256 bits
     */
    public SecretBox(SecretKey current, SecretKey... earlier) {
        this.current = add(current);
        for (SecretKey key : earlier) {
            add(key);
        }
    }

    private String add(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null || bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "secretKey(…) takes keys of 256 bits, as in new SecretKeySpec(bytes, \"AES\")"
                            + " with 32 bytes that 'openssl rand -base64 32' has made");
        }
        String id = idOf(bytes);
        keys.put(id, new SecretKeySpec(bytes, "AES"));
        return id;
    }

    /** Tells keys apart; a hash of 256 random bits tells nothing of them. */
    private static String idOf(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("userdeck-key-id ".getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What all begins with that is sealed with the current key. */
    public String currentPrefix() {
        return current + ".";
    }

    /**
     * Encrypts.
     *
     * @param purpose what it is for: opens only for the same
     */
    public String seal(byte[] secret, String purpose) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, current, nonce, purpose).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, all, NONCE_BYTES, encrypted.length);
            return currentPrefix() + ENCODER.encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-256-GCM", e);
        }
    }

    /** Decrypts; empty if none of the keys made it, or not for this purpose. */
    public Optional<byte[]> open(String text, String purpose) {
        int dot = text.indexOf('.');
        if (dot < 0 || !keys.containsKey(text.substring(0, dot))) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, text.substring(0, dot), nonce, purpose)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // damaged, or of another row
        }
    }

    private Cipher cipher(int mode, String key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }
}
