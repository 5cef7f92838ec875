package dev.userdeck.internal.password;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How one Firebase project hashes passwords: scrypt makes a key, which encrypts the project's signer key with AES-256-CTR;
 * the outcome is the hash.
 */
public final class FirebaseScrypt {
    private static final int KEY_BYTES = 32;
    private static final int SCRYPT_BYTES = 64;
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_MEMORY_COST = 14;

    private final byte[] signerKey;
    private final byte[] saltSeparator;
    private final Scrypt scrypt;

    /**
     * Takes the project's parameters, as Firebase shows them.
     *
     * @param signerKey in Base64
     * @param saltSeparator in Base64
     * @throws IllegalArgumentException if one of them can't be
     */
    public FirebaseScrypt(String signerKey, String saltSeparator, int rounds, int memoryCost) {
        this.signerKey = bytes("signerKey", signerKey);
        this.saltSeparator = bytes("saltSeparator", saltSeparator);
        if (this.signerKey.length < KEY_BYTES) {
            throw new IllegalArgumentException("signerKey has at least 32 bytes, not " + this.signerKey.length);
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds must be 1 to 8: " + rounds);
        }
        if (memoryCost < 1 || memoryCost > MOST_MEMORY_COST) {
            throw new IllegalArgumentException("memCost must be 1 to 14: " + memoryCost);
        }
        this.scrypt = new Scrypt(memoryCost, rounds, 1);
    }

    private static byte[] bytes(String name, String base64) {
        return Base64Text.decode(base64).orElseThrow(() -> new IllegalArgumentException(name + " must be Base64"));
    }

    /** The hash of a text with a user's salt. */
    byte[] hash(String text, byte[] salt) {
        byte[] salts = new byte[salt.length + saltSeparator.length];
        System.arraycopy(salt, 0, salts, 0, salt.length);
        System.arraycopy(saltSeparator, 0, salts, salt.length, saltSeparator.length);
        byte[] key = scrypt.key(text, salts, SCRYPT_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, 0, KEY_BYTES, "AES"),
                    new IvParameterSpec(new byte[cipher.getBlockSize()]));
            return cipher.doFinal(signerKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-256 in counter mode", e);
        }
    }

    /** How many bytes each hash has. */
    int length() {
        return signerKey.length;
    }

    /** The memory that a hash takes, in KiB. */
    int memory() {
        return scrypt.memory();
    }
}
