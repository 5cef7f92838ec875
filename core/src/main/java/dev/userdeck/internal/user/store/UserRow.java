package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.libs.org.jooq.Field;
import java.sql.SQLException;
import java.util.List;
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
        boolean lastSeenImported,
        long version,
        String suspendedReason,
        long suspendedUntil,
        long suspendedAt,
        String suspendedBy) {

    /** The fields that {@link #of(ResultRows)} reads. */
    public static final List<Field<?>> FIELDS = List.of(
            UD_USER.ID,
            UD_USER.NAME,
            UD_USER.EMAIL,
            UD_USER.PHONE,
            UD_USER.EXTERNAL_ID,
            UD_USER.STATUS,
            UD_USER.JOINED_AT,
            UD_USER.LAST_SEEN_AT,
            UD_USER.LAST_SEEN_IMPORTED,
            UD_USER.VERSION,
            UD_USER.SUSPENDED_REASON,
            UD_USER.SUSPENDED_UNTIL,
            UD_USER.SUSPENDED_AT,
            UD_USER.SUSPENDED_BY);

    /** Of the row at hand, of a statement that selects {@link #FIELDS}. */
    public static UserRow of(ResultRows rows) throws SQLException {
        var u = UD_USER;
        return new UserRow(
                rows.get(u.ID),
                rows.get(u.NAME),
                rows.get(u.EMAIL),
                rows.get(u.PHONE),
                rows.getOrNull(u.EXTERNAL_ID),
                rows.get(u.STATUS),
                rows.get(u.JOINED_AT),
                rows.get(u.LAST_SEEN_AT),
                rows.get(u.LAST_SEEN_IMPORTED) != 0,
                rows.get(u.VERSION),
                rows.get(u.SUSPENDED_REASON),
                rows.get(u.SUSPENDED_UNTIL),
                rows.get(u.SUSPENDED_AT),
                rows.get(u.SUSPENDED_BY));
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
                row.getLastSeenImported() != 0,
                row.getVersion(),
                row.getSuspendedReason(),
                row.getSuspendedUntil(),
                row.getSuspendedAt(),
                row.getSuspendedBy());
    }

    /** The same, seen here at this time. */
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
                false,
                version,
                suspendedReason,
                suspendedUntil,
                suspendedAt,
                suspendedBy);
    }
}
