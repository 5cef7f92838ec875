package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads users: one statement for one user, two more for a list of any size. */
public final class JooqUserReader {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final StatementCache find;
    private final StatementCache tenants;
    private final StatementCache methods;

    /** Creates it. */
    public JooqUserReader(JooqDatabase jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
        this.find = jooq.prepareByShape("user");
        this.tenants = jooq.prepareByShape("tenants of users");
        this.methods = jooq.prepareByShape("login methods of users");
    }

    public Optional<User> find(UserId id, Scope scope) {
        return jooq.readPlain(connection -> find(connection, id, scope));
    }

    public Optional<User> find(DSLContext db, UserId id, Scope scope) {
        return db.connectionResult(connection -> find(connection, id, scope));
    }

    private Optional<User> find(Connection connection, UserId id, Scope scope) throws SQLException {
        SqlFragment tenants = Scopes.within(scope, UD_USER_TENANT.TENANT_ID);
        SqlFragment one = SqlFragment.in(UD_USER.ID, List.of(id.value()));
        SqlFragment within = scope instanceof Scope.Only ? exists(UD_USER.ID, tenants) : SqlFragment.none();
        return find.query(
                connection,
                rows -> {
                    var user = new UserWithMethods();
                    while (rows.next()) {
                        user.add(rows);
                    }
                    return Optional.ofNullable(user.row()).map(row -> user.with(row, clock.millis()));
                },
                () -> DSL.select(UserWithMethods.FIELDS)
                        .from(UserWithMethods.table(tenants.condition()))
                        .where(one.condition())
                        .and(within.condition()),
                tenants,
                one,
                within);
    }

    public Optional<User> findByIdentifier(String kind, String identifier, TenantId tenant) {
        return jooq.read(db -> {
            var rows = db.select(UD_USER.fields())
                    .from(UD_IDENTIFIER)
                    .join(UD_USER)
                    .on(UD_USER.ID.eq(UD_IDENTIFIER.USER_ID))
                    .where(UD_IDENTIFIER.TENANT_ID.eq(tenant.value()))
                    .and(UD_IDENTIFIER.KIND.eq(kind))
                    .and(UD_IDENTIFIER.IDENTIFIER.eq(identifier))
                    .fetch(row -> UserRow.of(row.into(UD_USER)));
            return complete(db, rows, Scope.all()).stream().findFirst();
        });
    }

    public static Condition isIn(Scope scope, Field<String> userId) {
        return scope instanceof Scope.Only
                ? exists(userId, Scopes.within(scope, UD_USER_TENANT.TENANT_ID)).condition()
                : noCondition();
    }

    private static SqlFragment exists(Field<String> userId, SqlFragment tenants) {
        return tenants.wrapped(condition -> DSL.exists(selectOne()
                .from(UD_USER_TENANT)
                .where(UD_USER_TENANT.USER_ID.eq(userId))
                .and(condition)));
    }

    public List<User> complete(DSLContext db, List<UserRow> rows, Scope scope) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(UserRow::id).toList();
        Map<String, Set<TenantId>> tenantsOf = db.connectionResult(connection -> tenants(connection, ids, scope));
        Map<String, List<LoginMethod>> methodsOf = db.connectionResult(connection -> methods(connection, ids));
        long now = clock.millis();
        return rows.stream()
                .map(row -> UserMapping.toUser(
                        row,
                        tenantsOf.getOrDefault(row.id(), Set.of()),
                        methodsOf.getOrDefault(row.id(), List.of()),
                        now))
                .toList();
    }

    private Map<String, Set<TenantId>> tenants(Connection connection, Collection<String> ids, Scope scope)
            throws SQLException {
        var t = UD_USER_TENANT;
        SqlFragment users = SqlFragment.in(t.USER_ID, ids);
        SqlFragment within = Scopes.within(scope, t.TENANT_ID);
        return tenants.query(
                connection,
                rows -> {
                    var found = new HashMap<String, Set<TenantId>>();
                    while (rows.next()) {
                        found.computeIfAbsent(rows.get(t.USER_ID), user -> new HashSet<>())
                                .add(new TenantId(rows.get(t.TENANT_ID)));
                    }
                    return found;
                },
                () -> DSL.select(t.USER_ID, t.TENANT_ID)
                        .from(t)
                        .where(users.condition())
                        .and(within.condition()),
                users,
                within);
    }

    private Map<String, List<LoginMethod>> methods(Connection connection, Collection<String> ids) throws SQLException {
        var m = UD_LOGIN_METHOD;
        SqlFragment users = SqlFragment.in(m.USER_ID, ids);
        return methods.query(
                connection,
                rows -> {
                    var found = new HashMap<String, List<LoginMethod>>();
                    while (rows.next()) {
                        found.computeIfAbsent(rows.get(m.USER_ID), user -> new ArrayList<>())
                                .add(UserMapping.toMethod(rows));
                    }
                    return found;
                },
                () -> DSL.select(m.USER_ID)
                        .select(UserMapping.METHOD)
                        .from(m)
                        .where(users.condition())
                        .orderBy(m.CREATED_AT, m.ID),
                users);
    }
}
