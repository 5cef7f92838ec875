package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A change that is to be made to a user: only what is called changes, null clears. Start with {@link #ifVersion} or {@link
 * #unconditional}.
 *
 * @param version the version that was read, null for whichever is there
 * @param fields the new values; empty to clear
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserChange(@Nullable Long version, Map<Field, Optional<String>> fields) {

    /** The fields that can be changed. */
    public enum Field {
        /** What people see, at most 255 characters. */
        NAME,
        /** The address. Login methods that used the one before follow. */
        EMAIL,
        /** The number, with + and country code. Login methods that used the one before follow. */
        PHONE,
        /** The host's own id for the user, at most 255 characters, unique in the app. */
        EXTERNAL_ID
    }

    /** Copies the map. */
    public UserChange {
        fields = Map.copyOf(fields);
    }

    /** A change of the user as read: refused when the user has changed since. */
    public static UserChange ifVersion(long version) {
        return new UserChange(version, Map.of());
    }

    /** A change of the user, whatever was read. */
    public static UserChange unconditional() {
        return new UserChange(null, Map.of());
    }

    /** The same with another name. */
    public UserChange name(@Nullable String name) {
        return with(Field.NAME, name);
    }

    /** The same with another address. */
    public UserChange email(@Nullable String email) {
        return with(Field.EMAIL, email);
    }

    /** The same with another number. */
    public UserChange phone(@Nullable String phone) {
        return with(Field.PHONE, phone);
    }

    /** The same with another id of the host's. */
    public UserChange externalId(@Nullable String externalId) {
        return with(Field.EXTERNAL_ID, externalId);
    }

    private UserChange with(Field field, @Nullable String newValue) {
        var more = new EnumMap<Field, Optional<String>>(Field.class);
        more.putAll(fields);
        more.put(field, Optional.ofNullable(newValue));
        return new UserChange(version, more);
    }

    /** Tells nothing of the person. */
    @Override
    public String toString() {
        return "UserChange[version=" + version + ", fields=" + fields.keySet() + "]";
    }
}
