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
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.jooq.tables.records.UdLoginMethodRecord;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.paging.Cursors;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads users: three statements for a page of any size, two for one user. */
public final class JooqUserReader {
    /** How an email is called among identifiers. */
    static final String EMAIL = "email";

    private final Jooq jooq;

    /** Creates it. */
    public JooqUserReader(Jooq jooq) {
        this.jooq = jooq;
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
                .map(JooqUserReader::toMethod)
                .toList();
        Set<TenantId> tenants = tenants(db, List.of(id.value()), scope).getOrDefault(id.value(), Set.of());
        return Optional.of(toUser(rows.get(0).into(UD_USER), tenants, methods));
    }

    Optional<User> findByEmail(EmailAddress email, TenantId tenant) {
        return jooq.read(db -> {
            var rows = db.select(UD_USER.fields())
                    .from(UD_IDENTIFIER)
                    .join(UD_USER)
                    .on(UD_USER.ID.eq(UD_IDENTIFIER.USER_ID))
                    .where(UD_IDENTIFIER.TENANT_ID.eq(tenant.value()))
                    .and(UD_IDENTIFIER.KIND.eq(EMAIL))
                    .and(UD_IDENTIFIER.IDENTIFIER.eq(email.key()))
                    .fetchInto(UD_USER);
            return complete(db, rows, Scope.all()).stream().findFirst();
        });
    }

    Paged<User> list(UserQuery query) {
        String fingerprint = "users/" + query.sort() + "/" + describe(query.scope());
        String cursor = query.cursor();
        Cursors.Decoded from = cursor == null ? null : Cursors.decode(fingerprint, cursor, 2);
        boolean backwards = from != null && from.backwards();
        boolean descending = (query.sort() == UserSort.NEWEST_FIRST) != backwards;
        return jooq.read(db -> {
            var rows = oneTenant(query.scope())
                    .map(tenant -> pageOfTenant(db, tenant, from, descending, query.size() + 1))
                    .orElseGet(() -> pageOfAll(db, query.scope(), from, descending, query.size() + 1));
            return Cursors.page(
                    fingerprint, from, query.size(), complete(db, rows, query.scope()), JooqUserReader::sortKey);
        });
    }

    private static String[] sortKey(User user) {
        return new String[] {
            Long.toString(user.joinedAt().toEpochMilli()), user.id().value()
        };
    }

    private static List<UdUserRecord> pageOfTenant(
            DSLContext db, TenantId tenant, Cursors.@Nullable Decoded from, boolean descending, int limit) {
        Field<Long> joined = UD_USER_TENANT.JOINED_AT;
        Field<String> id = UD_USER_TENANT.USER_ID;
        return db.select(UD_USER.fields())
                .from(UD_USER_TENANT)
                .join(UD_USER)
                .on(UD_USER.ID.eq(id))
                .where(UD_USER_TENANT.TENANT_ID.eq(tenant.value()))
                .and(isBeyond(from, joined, id, descending))
                .orderBy(descending ? joined.desc() : joined.asc(), descending ? id.desc() : id.asc())
                .limit(limit)
                .fetchInto(UD_USER);
    }

    private static List<UdUserRecord> pageOfAll(
            DSLContext db, Scope scope, Cursors.@Nullable Decoded from, boolean descending, int limit) {
        Field<Long> joined = UD_USER.JOINED_AT;
        Field<String> id = UD_USER.ID;
        return db.selectFrom(UD_USER)
                .where(isIn(scope, id))
                .and(isBeyond(from, joined, id, descending))
                .orderBy(descending ? joined.desc() : joined.asc(), descending ? id.desc() : id.asc())
                .limit(limit)
                .fetch();
    }

    /** The row comparison, with a plain one in front for engines that can't seek by the first. */
    private static Condition isBeyond(
            Cursors.@Nullable Decoded from, Field<Long> joined, Field<String> id, boolean descending) {
        if (from == null) {
            return noCondition();
        }
        long at = from.number(0);
        var place = row(at, from.text(1));
        return descending
                ? joined.le(at).and(row(joined, id).lt(place))
                : joined.ge(at).and(row(joined, id).gt(place));
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

    private static Optional<TenantId> oneTenant(Scope scope) {
        return scope instanceof Scope.Only only && only.tenants().size() == 1
                ? only.tenants().stream().findFirst()
                : Optional.empty();
    }

    private static String describe(Scope scope) {
        return scope instanceof Scope.Only only ? String.join(",", new TreeSet<>(values(only))) : "*";
    }

    private static Set<String> values(Scope.Only scope) {
        return scope.tenants().stream().map(TenantId::value).collect(toSet());
    }

    private static List<User> complete(DSLContext db, List<UdUserRecord> rows, Scope scope) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(UdUserRecord::getId).toList();
        Map<String, Set<TenantId>> tenants = tenants(db, ids, scope);
        Map<String, List<LoginMethod>> methods = methods(db, ids);
        return rows.stream()
                .map(row -> toUser(
                        row, tenants.getOrDefault(row.getId(), Set.of()), methods.getOrDefault(row.getId(), List.of())))
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
                .collect(groupingBy(row -> row.getUserId(), mapping(JooqUserReader::toMethod, toList())));
    }

    private static LoginMethod toMethod(UdLoginMethodRecord row) {
        return new LoginMethod(
                row.getId(),
                LoginMethod.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                orNull(row.getEmail()),
                orNull(row.getProvider()),
                orNull(row.getSubject()),
                Instant.ofEpochMilli(row.getCreatedAt()));
    }

    private static User toUser(UdUserRecord row, Set<TenantId> tenants, List<LoginMethod> methods) {
        return new User(
                new UserId(row.getId()),
                orNull(row.getName()),
                orNull(row.getEmail()),
                orNull(row.getPhone()),
                row.getExternalId(),
                UserStatus.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getJoinedAt()),
                row.getLastSeenAt() == 0 ? null : Instant.ofEpochMilli(row.getLastSeenAt()),
                row.getVersion(),
                tenants,
                methods);
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
