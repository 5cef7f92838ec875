package dev.userdeck.testkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apiguardian.api.API;

/** Shows codes as the app on an operator's phone does (RFC 6238). Written apart from what checks them. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AuthenticatorApp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;
    private static final int MILLION = 1_000_000;

    private final byte[] secret;

    /**
     * Takes a secret.
     *
     * @param secret in Base32, as typed
     */
    public AuthenticatorApp(String secret) {
        var bits = new StringBuilder();
        for (char letter : secret.replace(" ", "").toUpperCase(Locale.ROOT).toCharArray()) {
            int value = BASE32.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("Not Base32");
            }
            bits.append(Integer.toBinaryString(value | 0x20).substring(1));
        }
        this.secret = new byte[bits.length() / Byte.SIZE];
        for (int i = 0; i < this.secret.length; i++) {
            this.secret[i] = (byte) Integer.parseInt(bits.substring(i * Byte.SIZE, (i + 1) * Byte.SIZE), 2);
        }
    }

    /** What it shows at a time. */
    public String code(Instant time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Math.floorDiv(time.getEpochSecond(), SECONDS))
                    .array());
            int at = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MILLION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-1", e);
        }
    }
}
