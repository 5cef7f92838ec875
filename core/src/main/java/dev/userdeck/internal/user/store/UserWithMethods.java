package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static java.util.Comparator.comparing;

import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Table;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One user of one statement, with tenants and login methods. */
public final class UserWithMethods {
    /** The fields that {@link #add} reads. */
    public static final List<Field<?>> FIELDS = Stream.of(
                    UserRow.FIELDS, UserMapping.METHOD, List.<Field<?>>of(UD_USER_TENANT.TENANT_ID))
            .<Field<?>>flatMap(List::stream)
            .toList();

    private @Nullable UserRow user;
    private final Map<String, LoginMethod> methods = new LinkedHashMap<>();
    private final Set<TenantId> tenants = new HashSet<>();

    /** A user's row with each login method, and the first of those with each tenant: all of it, and no row for each pair. */
    public static Table<?> table(Condition tenants) {
        var m = UD_LOGIN_METHOD;
        var earlier = m.as("earlier");
        return UD_USER.leftJoin(m)
                .on(m.USER_ID.eq(UD_USER.ID))
                .leftJoin(UD_USER_TENANT)
                .on(UD_USER_TENANT.USER_ID.eq(UD_USER.ID))
                .and(tenants)
                .andNotExists(selectOne()
                        .from(earlier)
                        .where(earlier.USER_ID.eq(UD_USER.ID))
                        .and(earlier.ID.lt(m.ID)));
    }

    /** Reads the row at hand, and returns its login method if there is one. */
    @Nullable
    public LoginMethod add(ResultRows rows) throws SQLException {
        if (user == null) {
            user = UserRow.of(rows);
        }
        String tenant = rows.getOrNull(UD_USER_TENANT.TENANT_ID);
        if (tenant != null) {
            tenants.add(new TenantId(tenant));
        }
        String id = rows.getOrNull(UD_LOGIN_METHOD.ID);
        if (id == null) {
            return null;
        }
        LoginMethod method = UserMapping.toMethod(rows);
        methods.putIfAbsent(id, method);
        return method;
    }

    /** The row of the user, null before the first was read. */
    @Nullable
    public UserRow row() {
        return user;
    }

    /** The user of these rows, with this one of {@code ud_user}. */
    public User with(UserRow row, long now) {
        return UserMapping.toUser(
                row,
                Set.copyOf(tenants),
                methods.values().stream()
                        .sorted(comparing(LoginMethod::createdAt)
                                .thenComparing(method -> method.id().value()))
                        .toList(),
                now);
    }
}
