package dev.userdeck.internal.password;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hash by Firebase: {@code $firebase-scrypt$salt$hash}, both as Firebase exports them. */
final class FirebaseHash implements StoredHash {
    private static final Pattern FORM =
            Pattern.compile("\\$firebase-scrypt\\$([A-Za-z0-9+/_-]{2,170}={0,2})\\$([A-Za-z0-9+/_-]{22,256}={0,2})");

    private final FirebaseScrypt project;
    private final byte[] salt;
    private final byte[] hash;

    private FirebaseHash(FirebaseScrypt project, byte[] salt, byte[] hash) {
        this.project = project;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<StoredHash> parse(String text, FirebaseScrypt project) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Base64Text.decode(matcher.group(1))
                .flatMap(salt -> Base64Text.decode(matcher.group(2))
                        .filter(hash -> hash.length == project.length())
                        .map(hash -> new FirebaseHash(project, salt, hash)));
    }

    @Override
    public boolean isOf(String text) {
        return text.indexOf('\0') < 0 && MessageDigest.isEqual(project.hash(text, salt), hash);
    }

    @Override
    public int memory() {
        return project.memory();
    }
}
