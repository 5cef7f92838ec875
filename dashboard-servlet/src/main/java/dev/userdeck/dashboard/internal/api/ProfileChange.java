package dev.userdeck.dashboard.internal.api;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.user.UserChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is to change of a user: a member that is left out stays, null clears. */
final class ProfileChange {
    private static final Map<String, UserChange.Field> FIELDS = Map.of(
            "name", UserChange.Field.NAME,
            "email", UserChange.Field.EMAIL,
            "phone", UserChange.Field.PHONE,
            "externalId", UserChange.Field.EXTERNAL_ID);

    private ProfileChange() {}

    /**
     * The change, if the user is of this version still.
     *
     * @throws ProblemException 422 for members that there are not, or that are no text
     */
    static UserChange of(Map<?, ?> body, long version) {
        var fields = new EnumMap<UserChange.Field, Optional<String>>(UserChange.Field.class);
        List<FieldError> errors = new ArrayList<>();
        body.forEach((key, value) -> {
            String name = String.valueOf(key);
            UserChange.Field field = FIELDS.get(name);
            if (field == null) {
                errors.add(new FieldError(name, "unknown-field", "There is no such field"));
            } else if (value == null) {
                fields.put(field, Optional.empty());
            } else if (value instanceof String text) {
                fields.put(field, Optional.of(text));
            } else {
                errors.add(new FieldError(name, "wrong-type", "Is not of the right type"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        return new UserChange(version, fields);
    }
}
