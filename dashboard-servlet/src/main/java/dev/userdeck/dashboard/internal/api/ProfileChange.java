package dev.userdeck.dashboard.internal.api;

import dev.userdeck.user.UserChange;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is to change of a user: a member that is left out stays, null clears. */
final class ProfileChange {

    /** What is to change: a part that is null was left out, an empty one was sent as null. */
    @SuppressWarnings("NullableOptional") // three states, as JSON has them
    public record ProfileBody(
            @Nullable Optional<String> name,
            @Nullable Optional<String> email,
            @Nullable Optional<String> phone,
            @Nullable Optional<String> externalId) {

        /** Tells nothing of the person. */
        @Override
        public String toString() {
            return "ProfileBody[]";
        }
    }

    private ProfileChange() {}

    /** The change, if the user is of this version still. */
    static UserChange of(ProfileBody body, long version) {
        var fields = new EnumMap<UserChange.Field, Optional<String>>(UserChange.Field.class);
        put(fields, UserChange.Field.NAME, body.name());
        put(fields, UserChange.Field.EMAIL, body.email());
        put(fields, UserChange.Field.PHONE, body.phone());
        put(fields, UserChange.Field.EXTERNAL_ID, body.externalId());
        return new UserChange(version, fields);
    }

    @SuppressWarnings("NullableOptional") // as in the body
    private static void put(
            Map<UserChange.Field, Optional<String>> fields, UserChange.Field field, @Nullable Optional<String> value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
