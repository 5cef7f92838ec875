package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;

import dev.userdeck.internal.session.SuspensionSql;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as users. */
public final class UserMapping {
    /** What a login method is made of. */
    static final List<Field<?>> METHOD = List.of(
            UD_LOGIN_METHOD.ID,
            UD_LOGIN_METHOD.KIND,
            UD_LOGIN_METHOD.EMAIL,
            UD_LOGIN_METHOD.PHONE,
            UD_LOGIN_METHOD.PROVIDER,
            UD_LOGIN_METHOD.SUBJECT,
            UD_LOGIN_METHOD.CREATED_AT);

    private UserMapping() {}

    static User toUser(UserRow row, Set<TenantId> tenants, List<LoginMethod> methods, long now) {
        boolean isSuspended = SuspensionSql.holds(row.status(), row.suspendedUntil(), now);
        return new User(
                new UserId(row.id()),
                orNull(row.name()),
                orNull(row.email()),
                orNull(row.phone()),
                row.externalId(),
                isSuspended ? UserStatus.SUSPENDED : unsuspended(row, methods),
                isSuspended ? toSuspension(row) : null,
                Instant.ofEpochMilli(row.joinedAt()),
                instant(row.lastSeenAt()),
                row.lastSeenImported(),
                row.version(),
                tenants,
                methods);
    }

    /** What the user is without a suspension: of one that has ended by itself, the row still says otherwise. */
    private static UserStatus unsuspended(UserRow row, List<LoginMethod> methods) {
        UserStatus written = ConstantNames.parse(UserStatus.class, row.status());
        if (written != UserStatus.SUSPENDED) {
            return written;
        }
        return withoutSuspension(methods, row.lastSeenAt() != 0);
    }

    /** A user who was never here and has no way in is still but invited. */
    public static UserStatus withoutSuspension(List<LoginMethod> methods, boolean wasSeen) {
        return methods.isEmpty() && !wasSeen ? UserStatus.INVITED : UserStatus.ACTIVE;
    }

    private static Suspension toSuspension(UserRow row) {
        return new Suspension(
                row.suspendedReason(),
                instant(row.suspendedUntil()),
                Instant.ofEpochMilli(row.suspendedAt()),
                orNull(row.suspendedBy()));
    }

    /** Of the row at hand, of a statement that selects {@link #METHOD}. */
    static LoginMethod toMethod(ResultRows rows) throws SQLException {
        var m = UD_LOGIN_METHOD;
        return new LoginMethod(
                new LoginMethodId(rows.get(m.ID)),
                ConstantNames.parse(LoginMethod.Kind.class, rows.get(m.KIND)),
                orNull(rows.get(m.EMAIL)),
                orNull(rows.get(m.PHONE)),
                orNull(rows.get(m.PROVIDER)),
                orNull(rows.get(m.SUBJECT)),
                Instant.ofEpochMilli(rows.get(m.CREATED_AT)));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
