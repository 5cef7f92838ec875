package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;
import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Reads users: two statements for one user, two more for a list of any size. */
public final class JooqUserReader {
    private final Jooq jooq;
    private final Clock clock;

    /** Creates it. */
    public JooqUserReader(Jooq jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    Optional<User> find(UserId id, Scope scope) {
        return jooq.read(db -> find(db, id, scope));
    }

    Optional<User> find(DSLContext db, UserId id, Scope scope) {
        var rows = db.select(UD_USER.fields())
                .select(UD_LOGIN_METHOD.fields())
                .from(UD_USER)
                .leftJoin(UD_LOGIN_METHOD)
                .on(UD_LOGIN_METHOD.USER_ID.eq(UD_USER.ID))
                .where(UD_USER.ID.eq(id.value()))
                .and(isIn(scope, UD_USER.ID))
                .orderBy(UD_LOGIN_METHOD.CREATED_AT, UD_LOGIN_METHOD.ID)
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<LoginMethod> methods = rows.into(UD_LOGIN_METHOD).stream()
                .filter(method -> method.getId() != null)
                .map(UserMapping::toMethod)
                .toList();
        Set<TenantId> tenants = tenants(db, List.of(id.value()), scope).getOrDefault(id.value(), Set.of());
        return Optional.of(UserMapping.toUser(rows.get(0).into(UD_USER), tenants, methods, clock.millis()));
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

    private static Map<String, Set<TenantId>> tenants(DSLContext db, Collection<String> ids, Scope scope) {
        return db
                .select(UD_USER_TENANT.USER_ID, UD_USER_TENANT.TENANT_ID)
                .from(UD_USER_TENANT)
                .where(UD_USER_TENANT.USER_ID.in(ids))
                .and(scope instanceof Scope.Only only ? UD_USER_TENANT.TENANT_ID.in(values(only)) : noCondition())
                .stream()
                .collect(groupingBy(r -> r.value1(), mapping(r -> new TenantId(r.value2()), toSet())));
    }

    private static Map<String, List<LoginMethod>> methods(DSLContext db, Collection<String> ids) {
        var m = UD_LOGIN_METHOD;
        return db.selectFrom(m).where(m.USER_ID.in(ids)).orderBy(m.CREATED_AT, m.ID).stream()
                .collect(groupingBy(row -> row.getUserId(), mapping(UserMapping::toMethod, toList())));
    }
}
