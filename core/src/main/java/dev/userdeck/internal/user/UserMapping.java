package dev.userdeck.internal.user;

import dev.userdeck.internal.jooq.tables.records.UdLoginMethodRecord;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.session.Suspended;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as users. */
final class UserMapping {
    private UserMapping() {}

    static User toUser(UdUserRecord row, Set<TenantId> tenants, List<LoginMethod> methods, long now) {
        boolean isSuspended = Suspended.holds(row.getStatus(), row.getSuspendedUntil(), now);
        return new User(
                new UserId(row.getId()),
                orNull(row.getName()),
                orNull(row.getEmail()),
                orNull(row.getPhone()),
                row.getExternalId(),
                isSuspended ? UserStatus.SUSPENDED : unsuspended(row, methods),
                isSuspended ? toSuspension(row) : null,
                Instant.ofEpochMilli(row.getJoinedAt()),
                instant(row.getLastSeenAt()),
                row.getVersion(),
                tenants,
                methods);
    }

    /** What the user is without a suspension: of one that has ended by itself, the row still says otherwise. */
    private static UserStatus unsuspended(UdUserRecord row, List<LoginMethod> methods) {
        UserStatus written = UserStatus.valueOf(row.getStatus().toUpperCase(Locale.ROOT));
        if (written != UserStatus.SUSPENDED) {
            return written;
        }
        return withoutSuspension(methods, row.getLastSeenAt() != 0);
    }

    /** A user who was never here and has no way in is still but invited. */
    static UserStatus withoutSuspension(List<LoginMethod> methods, boolean wasSeen) {
        return methods.isEmpty() && !wasSeen ? UserStatus.INVITED : UserStatus.ACTIVE;
    }

    private static Suspension toSuspension(UdUserRecord row) {
        return new Suspension(
                row.getSuspendedReason(),
                instant(row.getSuspendedUntil()),
                Instant.ofEpochMilli(row.getSuspendedAt()),
                orNull(row.getSuspendedBy()));
    }

    static LoginMethod toMethod(UdLoginMethodRecord row) {
        return new LoginMethod(
                row.getId(),
                LoginMethod.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                orNull(row.getEmail()),
                orNull(row.getPhone()),
                orNull(row.getProvider()),
                orNull(row.getSubject()),
                Instant.ofEpochMilli(row.getCreatedAt()));
    }

    /** The same, of seven columns from {@code first} on: id, kind, email, phone, provider, subject, creation. */
    static LoginMethod toMethod(ResultSet row, int first) throws SQLException {
        return new LoginMethod(
                row.getString(first),
                LoginMethod.Kind.valueOf(row.getString(first + 1).toUpperCase(Locale.ROOT)),
                orNull(row.getString(first + 2)),
                orNull(row.getString(first + 3)),
                orNull(row.getString(first + 4)),
                orNull(row.getString(first + 5)),
                Instant.ofEpochMilli(row.getLong(first + 6)));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
