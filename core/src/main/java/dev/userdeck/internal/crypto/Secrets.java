package dev.userdeck.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the secrets that clients carry, and the hashes that the database keeps of them. One round of SHA-256 is enough
 * for 256 random bits; it would not be for a password. Safe for use by many threads.
 */
public final class Secrets {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final int TOKEN_LENGTH = 43;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits: 43 URL-safe characters. */
    public String token() {
        return random(32);
    }

    /** Whether a text could be a {@link #token}: what can't be is not worth a look into the database. */
    public static boolean isToken(@Nullable String text) {
        return text != null
                && text.length() == TOKEN_LENGTH
                && TOKEN.matcher(text).matches();
    }

    /** 128 random bits, to find a row by: 22 URL-safe characters. */
    public String selector() {
        return random(16);
    }

    /** What the database keeps of a token: 64 hexadecimal digits. */
    public static String sha256(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Compares without telling by the time it takes where the two differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private String random(int bytes) {
        var buffer = new byte[bytes];
        random.nextBytes(buffer);
        return BASE64.encodeToString(buffer);
    }
}
