package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.internal.password.argon2.Argon2Engine;
import dev.userdeck.internal.password.argon2.Argon2Input;
import dev.userdeck.internal.password.argon2.Argon2Settings;
import dev.userdeck.internal.password.argon2.Argon2Variant;
import dev.userdeck.text.ConstantNames;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash by Argon2id or Argon2i (RFC 9106) as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Without a
 * version it is 16, the one before the RFC.
 */
final class Argon2Hash implements StoredHash {
    private static final Pattern FORM =
            Pattern.compile("\\$argon2(id|i)(?:\\$v=(16|19))?\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,171})");
    /** A block of 1 KiB takes a little more on the heap; and so do the rest and the JVM. */
    private static final int OVERHEAD_SHARE = 32;

    private static final int OVERHEAD = 64;

    private final Argon2Engine engine;
    private final Argon2Settings settings;
    private final byte[] salt;
    private final byte[] hash;

    Argon2Hash(Argon2Engine engine, Argon2Settings settings, byte[] salt, byte[] hash) {
        this.engine = engine;
        this.settings = settings;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a text with today's settings. */
    static Argon2Hash of(String text, Argon2Engine engine, byte[] salt, int length) {
        return new Argon2Hash(
                engine,
                Argon2Settings.CURRENT,
                salt,
                engine.hash(Argon2Settings.CURRENT, Argon2Input.of(text.getBytes(UTF_8), salt), length));
    }

    /** Reads a PHC string, if it is one of Argon2i or Argon2id. */
    static Optional<StoredHash> parse(String text, Argon2Engine engine) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(2);
        var settings = new Argon2Settings(
                ConstantNames.parse(Argon2Variant.class, matcher.group(1)),
                version == null ? 16 : Integer.parseInt(version),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                Integer.parseInt(matcher.group(5)));
        if (!settings.areSane()) {
            return Optional.empty();
        }
        return Base64Text.decode(matcher.group(6))
                .flatMap(salt ->
                        Base64Text.decode(matcher.group(7)).map(hash -> new Argon2Hash(engine, settings, salt, hash)));
    }

    @Override
    public boolean isOf(String text) {
        byte[] actual = engine.hash(settings, Argon2Input.of(text.getBytes(UTF_8), salt), hash.length);
        return MessageDigest.isEqual(actual, hash);
    }

    @Override
    public int memory() {
        return memory(settings);
    }

    /** What a hash of these settings takes while it is computed, in KiB. */
    static int memory(Argon2Settings settings) {
        return settings.memory() + settings.memory() / OVERHEAD_SHARE + OVERHEAD;
    }

    @Override
    public boolean isCurrent() {
        return settings.equals(Argon2Settings.CURRENT);
    }

    /** The PHC string. */
    @Override
    public String toString() {
        return "$argon2" + ConstantNames.of(settings.variant()) + "$v=" + settings.version() + "$m="
                + settings.memory() + ",t=" + settings.passes() + ",p=" + settings.lanes() + "$"
                + Base64Text.encode(salt) + "$" + Base64Text.encode(hash);
    }
}
