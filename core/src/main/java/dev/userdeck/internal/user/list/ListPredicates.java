package dev.userdeck.internal.user.list;

import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.condition;
import static dev.userdeck.libs.org.jooq.impl.DSL.exists;
import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.not;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;

import dev.userdeck.internal.session.SuspensionSql;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.user.store.JooqUserReader;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Record1;
import dev.userdeck.libs.org.jooq.SelectLimitStep;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a filter asks for, in a statement of the list. */
final class ListPredicates {
    /** What the users at hand are called in the statements of the list. */
    static final String ALIAS = "listed";

    /** The user at hand. */
    static final Field<String> ID = field(ALIAS + ".id", String.class);

    private ListPredicates() {}

    static ListPredicate recipes(UserCondition given) {
        Condition holds = condition(
                "(" + given.sql().replace(UserCondition.USER, ALIAS + ".id") + ")",
                given.binds().toArray());
        String ids = given.ids();
        if (ids == null) {
            return new ListPredicate(holds, null);
        }
        return new ListPredicate(
                holds,
                (db, most) -> atMost(
                        most,
                        db.resultQuery(
                                        ids + " limit " + (most + 1),
                                        given.binds().toArray())
                                .fetch(0, String.class)));
    }

    static ListPredicate status(Set<UserStatus> any, long now) {
        var u = UD_USER;
        Condition isOver = u.STATUS.eq(SuspensionSql.STATUS).andNot(SuspensionSql.holds(now));
        Condition wasHere = u.LAST_SEEN_AT
                .ne(0L)
                .or(exists(selectOne().from(UD_LOGIN_METHOD).where(UD_LOGIN_METHOD.USER_ID.eq(u.ID))));
        var conditions = new ArrayList<Condition>();
        var written = new HashSet<String>();
        written.add(SuspensionSql.STATUS); // one that is over is another status
        for (UserStatus status : any) {
            written.add(ConstantNames.of(status));
            Condition isWritten = u.STATUS.eq(ConstantNames.of(status));
            conditions.add(
                    switch (status) {
                        case SUSPENDED -> SuspensionSql.holds(now);
                        case ACTIVE -> isWritten.or(isOver.and(wasHere));
                        case INVITED -> isWritten.or(isOver.and(not(wasHere)));
                    });
        }
        return new ListPredicate(
                ofUser(DSL.or(conditions)), users(select(u.ID).from(u).where(u.STATUS.in(written))));
    }

    static ListPredicate methods(Set<LoginMethod.Kind> kinds) {
        return login(
                UD_LOGIN_METHOD.KIND.in(kinds.stream().map(ConstantNames::of).toList()));
    }

    static ListPredicate providers(Set<String> providers) {
        return login(UD_LOGIN_METHOD
                .KIND
                .eq(ConstantNames.of(LoginMethod.Kind.EXTERNAL))
                .and(UD_LOGIN_METHOD.PROVIDER.in(providers)));
    }

    private static ListPredicate login(Condition condition) {
        var m = UD_LOGIN_METHOD;
        return new ListPredicate(
                exists(selectOne().from(m).where(m.USER_ID.eq(ID)).and(condition)),
                users(select(m.USER_ID).from(m).where(condition)));
    }

    /** Within two moments; 0 stands for never, which is in no span. */
    static ListPredicate span(Field<Long> time, @Nullable Instant from, @Nullable Instant to) {
        return user(within(time, from, to).condition());
    }

    /** Seen here, since a moment. */
    static ListPredicate active(@Nullable Instant since) {
        return user(
                active(UD_USER.LAST_SEEN_AT, UD_USER.LAST_SEEN_IMPORTED, since).condition());
    }

    private static ListPredicate user(Condition condition) {
        return new ListPredicate(
                ofUser(condition), users(select(UD_USER.ID).from(UD_USER).where(condition)));
    }

    /** The same, of one table or the other; no bound for null. */
    static SqlFragment active(Field<Long> seen, Field<Long> imported, @Nullable Instant since) {
        return since == null
                ? SqlFragment.none()
                : within(seen, since, null).and(SqlFragment.of("seen here", () -> imported.eq(DSL.inline(0L))));
    }

    static SqlFragment within(Field<Long> time, @Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return SqlFragment.none();
        }
        long first = from == null ? 1 : Math.max(1, from.toEpochMilli());
        SqlFragment since = SqlFragment.of(time.getName() + " from", () -> time.ge(first), first);
        if (to == null) {
            return since;
        }
        long end = to.toEpochMilli();
        return since.and(SqlFragment.of(time.getName() + " to", () -> time.lt(end), end));
    }

    /** In one of several tenants. */
    static ListPredicate scope(Scope.Only scope) {
        var m = UD_USER_TENANT;
        List<String> tenants =
                scope.tenants().stream().map(TenantId::value).sorted().toList();
        return new ListPredicate(
                JooqUserReader.isIn(scope, ID), users(select(m.USER_ID).from(m).where(m.TENANT_ID.in(tenants))));
    }

    private static Condition ofUser(Condition condition) {
        return exists(selectOne().from(UD_USER).where(UD_USER.ID.eq(ID)).and(condition));
    }

    private static ListPredicate.Users users(SelectLimitStep<Record1<String>> ids) {
        return (db, most) -> atMost(most, db.fetchValues(ids.limit(most + 1)));
    }

    private static @Nullable Set<String> atMost(int most, Collection<String> ids) {
        return ids.size() > most ? null : new HashSet<>(ids);
    }
}
