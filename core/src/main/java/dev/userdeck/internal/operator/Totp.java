package dev.userdeck.internal.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import dev.userdeck.internal.crypto.Base32;
import dev.userdeck.internal.crypto.Secrets;
import java.net.URI;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238) with what all apps take: SHA-1, six digits, steps of 30 seconds. The step before and the one after count, for
 * clocks that differ and people who type slowly.
 */
final class Totp {
    private static final long STEP = Duration.ofSeconds(30).toMillis();
    private static final int DRIFT = 1;
    /** 160 bits, as RFC 4226 advises. */
    private static final int SECRET_BYTES = 20;

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final InstantSource clock;
    private final HmacOneTimePasswordGenerator codes = new HmacOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    Totp(InstantSource clock) {
        this.clock = clock;
    }

    byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** Whether a text could be a code at all. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * The step that a code is of.
     *
     * @param used the last step whose code was taken: it and those before don't count
     */
    OptionalLong step(byte[] secret, String code, long used) {
        long now = clock.millis() / STEP;
        long found = -1;
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            boolean same = Secrets.same(code(secret, step), code);
            if (same && step > used) {
                found = step;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    String code(byte[] secret, long step) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of HMAC", e);
        }
    }

    /** The secret with its name and issuer, as apps read it from a QR code. */
    static URI uri(byte[] secret, String issuer, String account) {
        return URI.create("otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret="
                + Base32.encode(secret) + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
