package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash by bcrypt: {@code $2b$12$} with 22 digits of salt and 31 of hash. {@code $2a} and {@code $2y} are the same to
 * every text in UTF-8, so all three are computed as {@code $2b}: password4j's {@code $2a} differs from everyone else's
 * beyond ASCII.
 *
 * <p>bcrypt itself looks at the first 72 bytes alone, and repeats what is shorter with a zero byte between. So a text with
 * a zero byte in it fits nothing: {@code abc\0abc} would fit the hash of {@code abc}. And what is not shorter than 72 bytes
 * may differ from the password behind them.
 */
final class BcryptHash implements StoredHash {
    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final int MIN_COST = 4;
    /** About two seconds; each step takes twice as long. */
    private static final int MAX_COST = 15;

    private static final int HASH_BYTES = 23;
    private static final int KEY_BYTES = 72;
    /** The tables of Blowfish, a few KiB. */
    private static final int MEMORY = 16;

    private final int cost;
    private final String settings;
    private final byte[] hash;

    private BcryptHash(int cost, String settings, byte[] hash) {
        this.cost = cost;
        this.settings = settings;
        this.hash = hash;
    }

    static Optional<StoredHash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(matcher.group(1));
        if (cost < MIN_COST || cost > MAX_COST) {
            return Optional.empty();
        }
        String settings = "$2b$" + matcher.group(1) + "$" + matcher.group(2);
        return Optional.of(new BcryptHash(cost, settings, Base64Text.decodeBcrypt(matcher.group(3))));
    }

    @Override
    public boolean isOf(String text) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        byte[] actual = BcryptFunction.getInstance(Bcrypt.B, cost)
                .hash(text.getBytes(UTF_8), settings.getBytes(UTF_8))
                .getBytes();
        return MessageDigest.isEqual(Arrays.copyOf(actual, HASH_BYTES), hash);
    }

    @Override
    public int memory() {
        return MEMORY;
    }

    @Override
    public boolean isOfAll(String text) {
        return text.getBytes(UTF_8).length < KEY_BYTES;
    }
}
