package dev.userdeck.internal.password;

import com.password4j.types.Argon2;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hash as it is stored: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
final class Argon2Hash {
    private static final Pattern FORM =
            Pattern.compile("\\$argon2(id|i)\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,171})");
    private static final int MAX_MEMORY = 262_144;
    private static final int MAX_LANES = 16;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Settings settings;
    private final byte[] salt;
    private final byte[] hash;

    /**
     * What a hash costs.
     *
     * @param memory in KiB
     * @param passes how often the memory is gone through
     * @param lanes how many threads could share the work
     */
    record Settings(Argon2 variant, int memory, int passes, int lanes) {

        /** Whether it can be computed, and no row of the table can ask for a machine's whole memory. */
        private boolean areSane() {
            return lanes >= 1 && lanes <= MAX_LANES && passes >= 1 && memory >= 8 * lanes && memory <= MAX_MEMORY;
        }
    }

    Argon2Hash(Settings settings, byte[] salt, byte[] hash) {
        this.settings = settings;
        this.salt = salt;
        this.hash = hash;
    }

    /** Reads a PHC string, if it is one of Argon2i or Argon2id. */
    static Optional<Argon2Hash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var settings = new Settings(
                Argon2.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
        if (!settings.areSane()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Argon2Hash(settings, bytes(matcher.group(5)), bytes(matcher.group(6))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Settings settings() {
        return settings;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] hash() {
        return hash.clone();
    }

    /** The PHC string. */
    @Override
    public String toString() {
        return "$argon2" + settings.variant().name().toLowerCase(Locale.ROOT) + "$v=19$m=" + settings.memory() + ",t="
                + settings.passes() + ",p=" + settings.lanes() + "$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(hash);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
