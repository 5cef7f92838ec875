package dev.userdeck.internal.password;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms of hashes that can be read. What asks for absurd amounts of work can't. */
final class HashFormats {
    private final @Nullable FirebaseScrypt firebase;

    HashFormats(@Nullable FirebaseScrypt firebase) {
        this.firebase = firebase;
    }

    Optional<StoredHash> parse(String text) {
        return Stream.of(
                        Argon2Hash.parse(text),
                        BcryptHash.parse(text),
                        ScryptHash.parse(text),
                        Pbkdf2Hash.parse(text),
                        firebase == null ? Optional.<StoredHash>empty() : FirebaseHash.parse(text, firebase))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
