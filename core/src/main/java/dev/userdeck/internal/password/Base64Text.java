package dev.userdeck.internal.password;

import java.util.Base64;
import java.util.Optional;

/** Base64 as hashes have it: padded or not, and by some with other signs for the last two digits. */
final class Base64Text {
    private static final String STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BCRYPT = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private Base64Text() {}

    /** Without padding. */
    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Reads it, if it is Base64; {@code -} and {@code .} count as {@code +}, {@code _} as {@code /}. */
    static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder()
                    .decode(text.replace('-', '+').replace('.', '+').replace('_', '/')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads what is written in bcrypt's own order of digits. */
    static byte[] decodeBcrypt(String text) {
        var standard = new StringBuilder(text.length());
        text.chars().map(c -> STANDARD.charAt(BCRYPT.indexOf(c))).forEach(c -> standard.append((char) c));
        return Base64.getDecoder().decode(standard.toString());
    }
}
