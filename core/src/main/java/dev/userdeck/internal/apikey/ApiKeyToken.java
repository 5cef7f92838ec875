package dev.userdeck.internal.apikey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.userdeck.internal.crypto.Secrets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a key: {@code udk_}, 8 characters to find it by, {@code _}, 43 random ones, which are 256 bits, and 6 of a checksum
 * over all before. The first letters let scanners find keys that were published, the checksum lets them leave out what only
 * looks like one; without it a text isn't worth a look into the database. Letters and digits alone, so that a double click selects it.
 *
 * @param text all of it
 */
record ApiKeyToken(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("udk_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}");
    private static final String START = "udk_";
    private static final int FINDER = 8;
    private static final int RANDOM = 43;
    private static final int CHECKSUM = 6;

    static ApiKeyToken random(SecureRandom random) {
        String text = START + letters(random, FINDER) + "_" + letters(random, RANDOM);
        return new ApiKeyToken(text + checksum(text));
    }

    private static String letters(SecureRandom random, int count) {
        return random.ints(count, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        var digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECKSUM; i++) {
            digits.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return digits.toString();
    }

    /** The token that a client sent; empty for what can't be one. */
    static Optional<ApiKeyToken> parse(@Nullable String sent) {
        if (sent == null || !FORM.matcher(sent).matches()) {
            return Optional.empty();
        }
        int end = sent.length() - CHECKSUM;
        return sent.endsWith(checksum(sent.substring(0, end))) ? Optional.of(new ApiKeyToken(sent)) : Optional.empty();
    }

    /** What may be shown of it. */
    String prefix() {
        return text.substring(0, START.length() + FINDER);
    }

    /** What the database keeps of it. */
    String hash() {
        return Secrets.sha256(text);
    }

    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return "ApiKeyToken[" + prefix() + "]";
    }
}
