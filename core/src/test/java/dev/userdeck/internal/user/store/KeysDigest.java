package dev.userdeck.internal.user.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

/** Both forms of addresses with each code point before and after the @, and of a hundred thousand with several, as a digest. */
final class KeysDigest {
    private static final int SEVERAL = 100_000;
    private static final long SEED = 20261130;

    private final MessageDigest digest;

    private KeysDigest() throws NoSuchAlgorithmException {
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        System.out.println(hex());
    }

    static String hex() throws NoSuchAlgorithmException {
        var keys = new KeysDigest();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isSupplementaryCodePoint(c) || !Character.isSurrogate((char) c)) {
                keys.add(Character.toString(c));
            }
        }
        var random = new Random(SEED);
        for (int i = 0; i < SEVERAL; i++) {
            var text = new StringBuilder();
            for (int left = 2 + random.nextInt(5); left > 0; left--) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0xD800 : 0x1F000));
            }
            keys.add(text.toString());
        }
        return HexFormat.of().formatHex(keys.digest.digest());
    }

    private void add(String text) {
        add(EmailAddress.parse("a" + text + "b@example.org"));
        add(EmailAddress.parse("a@x" + text + "y.example"));
    }

    private void add(Optional<EmailAddress> address) {
        String known = address.map(it -> it.display() + " " + it.key()).orElse("refused");
        digest.update(known.getBytes(UTF_8));
        digest.update((byte) '\n');
    }
}
