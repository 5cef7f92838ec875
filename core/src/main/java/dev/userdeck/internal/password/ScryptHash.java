package dev.userdeck.internal.password;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash by scrypt: {@code $scrypt$ln=15,r=8,p=1$salt$hash}, or {@code $s0$f0801$salt$hash} with N, r and p in one
 * hexadecimal number. A text with a zero byte fits nothing, as the keys of HMAC are filled up with zeros.
 */
final class ScryptHash implements StoredHash {
    private static final String SALT_AND_HASH = "\\$([A-Za-z0-9+/]{2,170}={0,2})\\$([A-Za-z0-9+/]{22,171}={0,2})";
    private static final Pattern PHC =
            Pattern.compile("\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})" + SALT_AND_HASH);
    private static final Pattern S0 = Pattern.compile("\\$s0\\$([0-9a-f]{5,6})" + SALT_AND_HASH);

    private final Scrypt settings;
    private final byte[] salt;
    private final byte[] hash;

    private ScryptHash(Scrypt settings, byte[] salt, byte[] hash) {
        this.settings = settings;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<StoredHash> parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (phc.matches()) {
            return create(
                    new Scrypt(number(phc.group(1)), number(phc.group(2)), number(phc.group(3))),
                    phc.group(4),
                    phc.group(5));
        }
        Matcher s0 = S0.matcher(text);
        if (s0.matches()) {
            int packed = Integer.parseInt(s0.group(1), 16);
            return create(new Scrypt(packed >> 16, (packed >> 8) & 0xff, packed & 0xff), s0.group(2), s0.group(3));
        }
        return Optional.empty();
    }

    private static Optional<StoredHash> create(Scrypt settings, String salt, String hash) {
        if (!settings.isSane()) {
            return Optional.empty();
        }
        return Base64Text.decode(salt).flatMap(s -> Base64Text.decode(hash).map(h -> new ScryptHash(settings, s, h)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public boolean isOf(String text) {
        return text.indexOf('\0') < 0 && MessageDigest.isEqual(settings.key(text, salt, hash.length), hash);
    }

    @Override
    public int memory() {
        return settings.memory();
    }
}
