package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A hash by PBKDF2 (RFC 8018) with HMAC-SHA-256 or HMAC-SHA-512: {@code $pbkdf2-sha256$i=600000,l=32$salt$hash}, the same
 * with the bare number as passlib writes it, or {@code pbkdf2_sha256$600000$salt$hash} as Django does, whose salt is plain
 * text. A text with a zero byte fits nothing, as the keys of HMAC are filled up with zeros.
 */
final class Pbkdf2Hash implements StoredHash {
    private static final Pattern PHC = Pattern.compile("\\$pbkdf2-sha(256|512)\\$(?:i=)?(\\d{1,7})(?:,l=(\\d{1,3}))?"
            + "\\$([A-Za-z0-9+/.]{2,170}={0,2})\\$([A-Za-z0-9+/.]{22,171}={0,2})");
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_sha(256|512)\\$(\\d{1,7})\\$([!-#%-~]{1,128})\\$([A-Za-z0-9+/]{22,171}={0,2})");
    /** Rounds of HMAC, a few seconds. */
    private static final int MAX_WORK = 4_000_000;

    private final Function function;
    private final byte[] salt;
    private final byte[] hash;

    /** Which hash function, and how many rounds of it. */
    private record Function(int bits, int iterations) {

        private boolean isSane(int length) {
            int blocks = (length * 8 + bits - 1) / bits;
            return iterations >= 1 && (long) iterations * blocks <= MAX_WORK;
        }
    }

    private Pbkdf2Hash(Function function, byte[] salt, byte[] hash) {
        this.function = function;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<StoredHash> parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (phc.matches()) {
            return Base64Text.decode(phc.group(4))
                    .flatMap(salt -> create(function(phc), salt, phc.group(5), phc.group(3)));
        }
        Matcher django = DJANGO.matcher(text);
        if (django.matches()) {
            return create(function(django), django.group(3).getBytes(UTF_8), django.group(4), null);
        }
        return Optional.empty();
    }

    private static Function function(Matcher matcher) {
        return new Function(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static Optional<StoredHash> create(Function function, byte[] salt, String hash, @Nullable String length) {
        return Base64Text.decode(hash)
                .filter(bytes -> length == null || Integer.parseInt(length) == bytes.length)
                .filter(bytes -> function.isSane(bytes.length))
                .map(bytes -> new Pbkdf2Hash(function, salt, bytes));
    }

    @Override
    public boolean isOf(String text) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        char[] characters = text.toCharArray();
        var spec = new PBEKeySpec(characters, salt, function.iterations(), hash.length * 8);
        try {
            byte[] actual = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA" + function.bits())
                    .generateSecret(spec)
                    .getEncoded();
            return MessageDigest.isEqual(actual, hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2 with HMAC-SHA-" + function.bits(), e);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    @Override
    public int memory() {
        return 1;
    }
}
