package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.jooq.tables.records.UdLoginMethodRecord;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.storage.Prepared;
import dev.userdeck.internal.storage.PreparedLists;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads users: one statement for one user, two more for a list of any size. */
public final class JooqUserReader {
    private final Jooq jooq;
    private final Clock clock;
    private final PreparedLists tenantsOf;
    private final PreparedLists tenantsWithin;
    private final PreparedLists methodsOf;

    /** Creates it. */
    public JooqUserReader(Jooq jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
        this.tenantsOf = jooq.prepareLists(lists -> tenantsOf(lists.get(0)));
        this.tenantsWithin = jooq.prepareLists(lists -> tenantsWithin(lists.get(0), lists.get(1)));
        this.methodsOf = jooq.prepareLists(lists -> methodsOf(lists.get(0)));
    }

    Optional<User> find(UserId id, Scope scope) {
        return jooq.read(db -> find(db, id, scope));
    }

    Optional<User> find(DSLContext db, UserId id, Scope scope) {
        Result<?> rows = db.select(wholeFields())
                .from(whole(scope))
                .where(UD_USER.ID.eq(id.value()))
                .and(isIn(scope, UD_USER.ID))
                .fetch();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(toUser(rows.get(0).into(UD_USER), rows));
    }

    /** A user's row with each login method, and the first of those with each tenant: all of it, and no row for each pair. */
    static Table<?> whole(Scope scope) {
        var m = UD_LOGIN_METHOD;
        var earlier = m.as("earlier");
        return UD_USER.leftJoin(m)
                .on(m.USER_ID.eq(UD_USER.ID))
                .leftJoin(UD_USER_TENANT)
                .on(UD_USER_TENANT.USER_ID.eq(UD_USER.ID))
                .and(covers(scope))
                .andNotExists(selectOne()
                        .from(earlier)
                        .where(earlier.USER_ID.eq(UD_USER.ID))
                        .and(earlier.ID.lt(m.ID)));
    }

    /** What {@link #toUser} makes a user of. */
    static List<SelectField<?>> wholeFields() {
        return Stream.<SelectField<?>>concat(
                        Stream.concat(UD_USER.fieldStream(), UD_LOGIN_METHOD.fieldStream()),
                        Stream.of(UD_USER_TENANT.TENANT_ID))
                .toList();
    }

    /** Makes a user of the rows of {@link #whole}. */
    User toUser(UdUserRecord user, Result<?> rows) {
        Set<TenantId> tenants = rows.getValues(UD_USER_TENANT.TENANT_ID).stream()
                .filter(Objects::nonNull)
                .map(TenantId::new)
                .collect(toSet());
        Map<String, LoginMethod> methods = new LinkedHashMap<>();
        for (UdLoginMethodRecord row : rows.into(UD_LOGIN_METHOD)) {
            if (row.getId() != null) {
                methods.putIfAbsent(row.getId(), UserMapping.toMethod(row));
            }
        }
        return UserMapping.toUser(
                user,
                tenants,
                methods.values().stream()
                        .sorted(comparing(LoginMethod::createdAt).thenComparing(LoginMethod::id))
                        .toList(),
                clock.millis());
    }

    Optional<User> findByExternalId(String externalId) {
        return jooq.read(db -> {
            var rows = db.selectFrom(UD_USER)
                    .where(UD_USER.EXTERNAL_ID.eq(externalId))
                    .fetch();
            return complete(db, rows, Scope.all()).stream().findFirst();
        });
    }

    Optional<User> findByIdentifier(String kind, String identifier, TenantId tenant) {
        return jooq.read(db -> {
            var rows = db.select(UD_USER.fields())
                    .from(UD_IDENTIFIER)
                    .join(UD_USER)
                    .on(UD_USER.ID.eq(UD_IDENTIFIER.USER_ID))
                    .where(UD_IDENTIFIER.TENANT_ID.eq(tenant.value()))
                    .and(UD_IDENTIFIER.KIND.eq(kind))
                    .and(UD_IDENTIFIER.IDENTIFIER.eq(identifier))
                    .fetchInto(UD_USER);
            return complete(db, rows, Scope.all()).stream().findFirst();
        });
    }

    static Condition isIn(Scope scope, Field<String> userId) {
        if (!(scope instanceof Scope.Only only)) {
            return noCondition();
        }
        return exists(selectOne()
                .from(UD_USER_TENANT)
                .where(UD_USER_TENANT.USER_ID.eq(userId))
                .and(UD_USER_TENANT.TENANT_ID.in(values(only))));
    }

    private static Condition covers(Scope scope) {
        return scope instanceof Scope.Only only ? UD_USER_TENANT.TENANT_ID.in(values(only)) : noCondition();
    }

    private static Set<String> values(Scope.Only scope) {
        return scope.tenants().stream().map(TenantId::value).collect(toSet());
    }

    List<User> complete(DSLContext db, List<UdUserRecord> rows, Scope scope) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(UdUserRecord::getId).toList();
        Map<String, Set<TenantId>> tenants = tenants(db, ids, scope);
        Map<String, List<LoginMethod>> methods = methods(db, ids);
        long now = clock.millis();
        return rows.stream()
                .map(row -> UserMapping.toUser(
                        row,
                        tenants.getOrDefault(row.getId(), Set.of()),
                        methods.getOrDefault(row.getId(), List.of()),
                        now))
                .toList();
    }

    private Map<String, Set<TenantId>> tenants(DSLContext db, Collection<String> ids, Scope scope) {
        Prepared.Reading<Map<String, Set<TenantId>>> reading = rows -> {
            var tenants = new HashMap<String, Set<TenantId>>();
            while (rows.next()) {
                tenants.computeIfAbsent(rows.getString(1), user -> new HashSet<>())
                        .add(new TenantId(rows.getString(2)));
            }
            return tenants;
        };
        return db.connectionResult(connection -> scope instanceof Scope.Only only
                ? tenantsWithin.query(connection, reading, List.of(ids, values(only)))
                : tenantsOf.query(connection, reading, List.of(ids)));
    }

    private Map<String, List<LoginMethod>> methods(DSLContext db, Collection<String> ids) {
        return db.connectionResult(connection -> methodsOf.query(
                connection,
                rows -> {
                    var methods = new HashMap<String, List<LoginMethod>>();
                    while (rows.next()) {
                        methods.computeIfAbsent(rows.getString(1), user -> new ArrayList<>())
                                .add(UserMapping.toMethod(rows, 2));
                    }
                    return methods;
                },
                List.of(ids)));
    }

    private static Select<?> tenantsOf(Collection<String> ids) {
        var t = UD_USER_TENANT;
        return DSL.select(t.USER_ID, t.TENANT_ID).from(t).where(t.USER_ID.in(ids));
    }

    private static Select<?> tenantsWithin(Collection<String> ids, Collection<String> tenants) {
        var t = UD_USER_TENANT;
        return DSL.select(t.USER_ID, t.TENANT_ID)
                .from(t)
                .where(t.USER_ID.in(ids))
                .and(t.TENANT_ID.in(tenants));
    }

    private static Select<?> methodsOf(Collection<String> ids) {
        var m = UD_LOGIN_METHOD;
        return DSL.select(m.USER_ID, m.ID, m.KIND, m.EMAIL, m.PHONE, m.PROVIDER, m.SUBJECT, m.CREATED_AT)
                .from(m)
                .where(m.USER_ID.in(ids))
                .orderBy(m.CREATED_AT, m.ID);
    }
}
