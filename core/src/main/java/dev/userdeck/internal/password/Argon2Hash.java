package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash by Argon2id or Argon2i (RFC 9106) as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Without a
 * version it is 16, the one before the RFC.
 */
final class Argon2Hash implements StoredHash {
    /** OWASP's minimum: 19 MiB, two passes, one lane. */
    static final Settings CURRENT = new Settings(Argon2.ID, 19, 19_456, 2, 1);

    private static final Pattern FORM =
            Pattern.compile("\\$argon2(id|i)(?:\\$v=(16|19))?\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,171})");

    private final Settings settings;
    private final byte[] salt;
    private final byte[] hash;

    /**
     * What a hash costs.
     *
     * @param version 19 for that of the RFC
     * @param memory in KiB
     * @param passes how often the memory is gone through
     * @param lanes how many threads could share the work
     */
    record Settings(Argon2 variant, int version, int memory, int passes, int lanes) {
        private static final int MAX_MEMORY = 262_144;
        private static final int MAX_WORK = 1_048_576;
        private static final int MAX_LANES = 16;

        /** Whether it can be computed, and no row of the table can ask for a machine's whole memory, or a minute. */
        private boolean areSane() {
            return lanes >= 1
                    && lanes <= MAX_LANES
                    && passes >= 1
                    && memory >= 8 * lanes
                    && memory <= MAX_MEMORY
                    && memory * passes <= MAX_WORK;
        }
    }

    Argon2Hash(Settings settings, byte[] salt, byte[] hash) {
        this.settings = settings;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a text with today's settings. */
    static Argon2Hash of(String text, byte[] salt, int length) {
        return new Argon2Hash(CURRENT, salt, compute(CURRENT, text, salt, length));
    }

    /** Reads a PHC string, if it is one of Argon2i or Argon2id. */
    static Optional<StoredHash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(2);
        var settings = new Settings(
                Argon2.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                version == null ? 16 : Integer.parseInt(version),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                Integer.parseInt(matcher.group(5)));
        if (!settings.areSane()) {
            return Optional.empty();
        }
        return Base64Text.decode(matcher.group(6))
                .flatMap(salt -> Base64Text.decode(matcher.group(7)).map(hash -> new Argon2Hash(settings, salt, hash)));
    }

    @Override
    public boolean isOf(String text) {
        if (!isCurrent() && !Argon2Memory.mayUse(settings, hash.length)) {
            return false;
        }
        return MessageDigest.isEqual(compute(settings, text, salt, hash.length), hash);
    }

    @Override
    public boolean isCurrent() {
        return settings.equals(CURRENT);
    }

    private static byte[] compute(Settings settings, String text, byte[] salt, int length) {
        return Argon2Function.getInstance(
                        settings.memory(),
                        settings.passes(),
                        settings.lanes(),
                        length,
                        settings.variant(),
                        settings.version())
                .hash(text.getBytes(UTF_8), salt)
                .getBytes();
    }

    /** The PHC string. */
    @Override
    public String toString() {
        return "$argon2" + settings.variant().name().toLowerCase(Locale.ROOT) + "$v=" + settings.version() + "$m="
                + settings.memory() + ",t=" + settings.passes() + ",p=" + settings.lanes() + "$"
                + Base64Text.encode(salt) + "$" + Base64Text.encode(hash);
    }
}
