package dev.userdeck.internal.user.list;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;

import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.OrderField;
import dev.userdeck.libs.org.jooq.Table;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserSort;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index that a list is read along: of all users, or of those of one tenant.
 *
 * @param table has the rows
 * @param id the user's id in it
 * @param joined when the user joined
 * @param seenImported whether when the user was last seen is what a file said
 * @param key what is sorted by, of type {@link Long} or {@link String}
 * @param within what all rows of the list have in common
 * @param descending whether the list begins with the largest key
 */
record ListOrder(
        Table<?> table,
        Field<String> id,
        Field<Long> joined,
        Field<Long> seenImported,
        Field<?> key,
        SqlFragment within,
        boolean descending) {

    static ListOrder of(Scope scope, UserSort sort) {
        return tenant(scope)
                .map(tenant -> {
                    var m = UD_USER_TENANT;
                    var key = pick(sort, m.JOINED_AT, m.LAST_SEEN_AT, m.NAME_KEY, m.EMAIL_KEY);
                    return new ListOrder(
                            m,
                            m.USER_ID,
                            m.JOINED_AT,
                            m.LAST_SEEN_IMPORTED,
                            key,
                            SqlFragment.in(m.TENANT_ID, List.of(tenant)),
                            isDescending(sort));
                })
                .orElseGet(() -> {
                    var u = UD_USER;
                    var key = pick(sort, u.JOINED_AT, u.LAST_SEEN_AT, u.NAME_KEY, u.EMAIL_KEY);
                    return new ListOrder(
                            u, u.ID, u.JOINED_AT, u.LAST_SEEN_IMPORTED, key, SqlFragment.none(), isDescending(sort));
                });
    }

    /** The tenant of a scope that has but one. */
    private static Optional<String> tenant(Scope scope) {
        return scope instanceof Scope.Only only && only.tenants().size() == 1
                ? Optional.of(only.tenants().iterator().next().value())
                : Optional.empty();
    }

    private static Field<?> pick(
            UserSort sort, Field<Long> joined, Field<Long> seen, Field<String> name, Field<String> email) {
        return switch (sort) {
            case NEWEST_FIRST, OLDEST_FIRST -> joined;
            case LAST_SEEN_FIRST, LAST_SEEN_LAST -> seen;
            case NAME_FORWARD, NAME_BACKWARD -> name;
            case EMAIL_FORWARD, EMAIL_BACKWARD -> email;
        };
    }

    private static boolean isDescending(UserSort sort) {
        return switch (sort) {
            case NEWEST_FIRST, LAST_SEEN_FIRST, NAME_BACKWARD, EMAIL_BACKWARD -> true;
            case OLDEST_FIRST, LAST_SEEN_LAST, NAME_FORWARD, EMAIL_FORWARD -> false;
        };
    }

    /** The same rows, read the other way. */
    ListOrder reversed() {
        return new ListOrder(table, id, joined, seenImported, key, within, !descending);
    }

    /** The same index, of fewer rows. */
    ListOrder and(SqlFragment more) {
        return new ListOrder(table, id, joined, seenImported, key, within.and(more), descending);
    }

    List<OrderField<?>> by(Field<?> aKey, Field<String> anId) {
        return descending ? List.of(aKey.desc(), anId.desc()) : List.of(aKey.asc(), anId.asc());
    }

    /** The key in a cursor; null if it has none. */
    @Nullable
    Object key(Cursor from) {
        if (!from.hasKey()) {
            return null;
        }
        return key.getType() == Long.class ? (Object) from.number(0) : from.text(0);
    }

    /** What comes behind a position. */
    SqlFragment isBeyond(@Nullable Object at, @Nullable String user) {
        return at == null || user == null
                ? SqlFragment.none()
                : SqlFragment.of("beyond", () -> beyond(key, at, user), at, at, user);
    }

    /** What makes the text of a statement along this index another one, save for the rows that it has. */
    SqlFragment shape() {
        return SqlFragment.shape(table.getName() + " by " + key.getName() + (descending ? " down" : " up"));
    }

    /** The row comparison, with a plain one in front for engines that can't seek by the first. */
    @SuppressWarnings("unchecked") // the key is of the column's type
    private <T> Condition beyond(Field<T> column, Object at, String user) {
        T value = (T) at;
        var position = row(value, user);
        return descending
                ? column.le(value).and(row(column, id).lt(position))
                : column.ge(value).and(row(column, id).gt(position));
    }
}
