package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A row of {@code ud_user}, as far as a user is made of it; times in milliseconds, 0 and the empty text for none. */
public record UserRow(
        String id,
        String name,
        String email,
        String phone,
        @Nullable String externalId,
        String status,
        long joinedAt,
        long lastSeenAt,
        long version,
        String suspendedReason,
        long suspendedUntil,
        long suspendedAt,
        String suspendedBy) {

    /** The columns that {@link #of(ResultSet, int)} reads, in its order. */
    public static final List<Field<?>> FIELDS = List.of(
            UD_USER.ID,
            UD_USER.NAME,
            UD_USER.EMAIL,
            UD_USER.PHONE,
            UD_USER.EXTERNAL_ID,
            UD_USER.STATUS,
            UD_USER.JOINED_AT,
            UD_USER.LAST_SEEN_AT,
            UD_USER.VERSION,
            UD_USER.SUSPENDED_REASON,
            UD_USER.SUSPENDED_UNTIL,
            UD_USER.SUSPENDED_AT,
            UD_USER.SUSPENDED_BY);

    /** Of the columns from {@code first} on. */
    public static UserRow of(ResultSet row, int first) throws SQLException {
        return new UserRow(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getLong(first + 6),
                row.getLong(first + 7),
                row.getLong(first + 8),
                row.getString(first + 9),
                row.getLong(first + 10),
                row.getLong(first + 11),
                row.getString(first + 12));
    }

    /** Of a whole row. */
    public static UserRow of(UdUserRecord row) {
        return new UserRow(
                row.getId(),
                row.getName(),
                row.getEmail(),
                row.getPhone(),
                row.getExternalId(),
                row.getStatus(),
                row.getJoinedAt(),
                row.getLastSeenAt(),
                row.getVersion(),
                row.getSuspendedReason(),
                row.getSuspendedUntil(),
                row.getSuspendedAt(),
                row.getSuspendedBy());
    }

    /** The same, seen at this time. */
    public UserRow seen(long at) {
        return new UserRow(
                id,
                name,
                email,
                phone,
                externalId,
                status,
                joinedAt,
                at,
                version,
                suspendedReason,
                suspendedUntil,
                suspendedAt,
                suspendedBy);
    }
}
