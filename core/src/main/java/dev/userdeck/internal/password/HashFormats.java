package dev.userdeck.internal.password;

import dev.userdeck.internal.password.argon2.Argon2Engine;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms of hashes that can be read. What asks for absurd amounts of work can't. */
final class HashFormats {
    private final @Nullable FirebaseScrypt firebase;
    private final Argon2Engine argon2;

    HashFormats(@Nullable FirebaseScrypt firebase, Argon2Engine argon2) {
        this.firebase = firebase;
        this.argon2 = argon2;
    }

    Optional<StoredHash> parse(String text) {
        return Stream.of(
                        Argon2Hash.parse(text, argon2),
                        BcryptHash.parse(text),
                        ScryptHash.parse(text),
                        Pbkdf2Hash.parse(text),
                        firebase == null ? Optional.<StoredHash>empty() : FirebaseHash.parse(text, firebase))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Argon2Engine argon2() {
        return argon2;
    }
}
