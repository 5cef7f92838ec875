package dev.userdeck.internal.user;

import dev.userdeck.error.FieldError;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a user's plain fields. */
final class UserFields {
    private static final int MAX_NAME_LENGTH = 255;

    private UserFields() {}

    /** The name as it is kept: without surrounding space, composed (NFC), '' for none. */
    static String name(@Nullable String raw) {
        return raw == null ? "" : Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    }

    /** The refusal of a name, if there is one. */
    static Optional<FieldError> checkName(@Nullable String raw) {
        String name = name(raw);
        if (name.length() > MAX_NAME_LENGTH) {
            return Optional.of(new FieldError(
                    "name", "name-too-long", "A name has at most 255 characters, not " + name.length() + "."));
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            return Optional.of(new FieldError("name", "name-invalid", "A name has no control characters."));
        }
        return Optional.empty();
    }
}
