package dev.userdeck.internal.user;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.userdeck.internal.jooq.tables.UdUser;
import dev.userdeck.internal.jooq.tables.records.UdUserRecord;
import dev.userdeck.internal.paging.Cursors;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Lists users: three statements for a page of any size. */
public final class JooqUserList {
    private static final UdUser LISTED = UD_USER.as(Conditions.ALIAS);

    private final Jooq jooq;
    private final JooqUserReader reader;

    /** Creates it. */
    public JooqUserList(Jooq jooq, JooqUserReader reader) {
        this.jooq = jooq;
        this.reader = reader;
    }

    Paged<User> list(UserQuery query) {
        String fingerprint = fingerprint(query);
        String cursor = query.cursor();
        Cursors.Decoded from = cursor == null ? null : Cursors.decode(fingerprint, cursor, 2);
        boolean backwards = from != null && from.backwards();
        boolean descending = (query.sort() == UserSort.NEWEST_FIRST) != backwards;
        Condition conditions =
                and(query.conditions().stream().map(Conditions::of).toList());
        return jooq.read(db -> {
            var rows = oneTenant(query.scope())
                    .map(tenant -> pageOfTenant(db, query, tenant, conditions, from, descending))
                    .orElseGet(() -> pageOfAll(db, query, conditions, from, descending));
            return Cursors.page(
                    fingerprint, from, query.size(), reader.complete(db, rows, query.scope()), JooqUserList::sortKey);
        });
    }

    private static String fingerprint(UserQuery query) {
        List<String> conditions =
                query.conditions().stream().map(Conditions::describe).toList();
        String joined = query.joinedFrom() + ".." + query.joinedTo();
        return "users/" + query.sort() + "/" + joined + "/" + Scopes.describe(query.scope()) + "/" + conditions;
    }

    private static String[] sortKey(User user) {
        return new String[] {
            Long.toString(user.joinedAt().toEpochMilli()), user.id().value()
        };
    }

    private static List<UdUserRecord> pageOfTenant(
            DSLContext db,
            UserQuery query,
            TenantId tenant,
            Condition conditions,
            Cursors.@Nullable Decoded from,
            boolean descending) {
        Field<Long> joined = UD_USER_TENANT.JOINED_AT;
        Field<String> id = UD_USER_TENANT.USER_ID;
        return db.select(LISTED.fields())
                .from(UD_USER_TENANT)
                .join(LISTED)
                .on(LISTED.ID.eq(id))
                .where(UD_USER_TENANT.TENANT_ID.eq(tenant.value()))
                .and(conditions)
                .and(isWithin(query, joined))
                .and(isBeyond(from, joined, id, descending))
                .orderBy(descending ? joined.desc() : joined.asc(), descending ? id.desc() : id.asc())
                .limit(query.size() + 1)
                .fetchInto(UD_USER);
    }

    private static List<UdUserRecord> pageOfAll(
            DSLContext db, UserQuery query, Condition conditions, Cursors.@Nullable Decoded from, boolean descending) {
        Field<Long> joined = LISTED.JOINED_AT;
        Field<String> id = LISTED.ID;
        return db.selectFrom(LISTED)
                .where(JooqUserReader.isIn(query.scope(), id))
                .and(conditions)
                .and(isWithin(query, joined))
                .and(isBeyond(from, joined, id, descending))
                .orderBy(descending ? joined.desc() : joined.asc(), descending ? id.desc() : id.asc())
                .limit(query.size() + 1)
                .fetch();
    }

    private static Condition isWithin(UserQuery query, Field<Long> joined) {
        Condition from = query.joinedFrom() == null
                ? noCondition()
                : joined.ge(query.joinedFrom().toEpochMilli());
        return query.joinedTo() == null
                ? from
                : from.and(joined.lt(query.joinedTo().toEpochMilli()));
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

    private static Optional<TenantId> oneTenant(Scope scope) {
        return scope instanceof Scope.Only only && only.tenants().size() == 1
                ? only.tenants().stream().findFirst()
                : Optional.empty();
    }
}
