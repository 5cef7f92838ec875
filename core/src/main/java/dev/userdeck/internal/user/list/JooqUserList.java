package dev.userdeck.internal.user.list;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.internal.user.list.FilteredScan.Found;
import dev.userdeck.internal.user.list.FilteredScan.Looked;
import dev.userdeck.internal.user.search.Search;
import dev.userdeck.internal.user.store.JooqUserReader;
import dev.userdeck.internal.user.store.UserRow;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.SearchMode;
import dev.userdeck.user.User;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists users: three statements for a page of any size, and a few more where it is filtered. */
public final class JooqUserList {
    /** Up to how many users are counted one by one. */
    private static final int COUNTED = 10_000;

    private final JooqDatabase jooq;
    private final JooqUserReader reader;
    private final Search search;
    private final ListFilters filters;
    private final Providers providers;
    private final StatementCache rows;
    private final StatementCache rowsOf;

    /** Creates it. */
    public JooqUserList(JooqDatabase jooq, Clock clock, JooqUserReader reader) {
        this.jooq = jooq;
        this.reader = reader;
        this.search = new Search(jooq);
        this.filters = new ListFilters(search, clock);
        this.providers = new Providers(jooq);
        this.rows = jooq.prepareByShape("users list");
        this.rowsOf = jooq.prepareByShape("users of a page");
    }

    public SearchMode search() {
        return search.finds();
    }

    public List<String> providers(Scope scope) {
        return providers.within(scope);
    }

    public Page<User> list(UserQuery query) {
        String fingerprint = "users/" + query.sort() + "/" + Scopes.describe(query.scope()) + "/"
                + ListFilters.describe(query.filter());
        Cursor from = Cursor.read(fingerprint, query.cursor(), 2);
        ListOrder forwards = filters.order(query.scope(), query.filter(), query.sort());
        ListOrder order = from.isBackwards() ? forwards.reversed() : forwards;
        List<ListPredicate> narrowings = filters.narrowings(query.scope(), query.filter(), query.sort());
        Object key = order.key(from);
        String user = from.hasKey() ? from.text(1) : null;
        return jooq.read(db -> {
            if (narrowings.isEmpty()) {
                List<Row> found =
                        db.connectionResult(connection -> rows(connection, order, key, user, query.size() + 1L));
                return completed(db, query, from.page(found, query.size(), Row::key));
            }
            Found found = new FilteredScan(db, order, narrowings, query.size() + 1).from(key, user);
            Page<Looked> page = found.isCutOff()
                    ? shortPage(from, found)
                    : from.page(found.hits(), query.size(), JooqUserList::key);
            return completed(db, query, fetched(db, page));
        });
    }

    public CappedCount count(Scope scope, UserFilter filter) {
        ListOrder order = filters.order(scope, filter, UserQuery.of(scope).sort());
        List<ListPredicate> narrowings =
                filters.narrowings(scope, filter, UserQuery.of(scope).sort());
        return jooq.read(db -> {
            if (narrowings.isEmpty()) {
                return CappedCount.upTo(
                        COUNTED,
                        db.fetchCount(DSL.selectOne()
                                .from(order.table())
                                .where(order.within().condition())
                                .limit(COUNTED + 1)));
            }
            Found found = new FilteredScan(db, order, narrowings, COUNTED + 1).from(null, null);
            int counted = found.hits().size();
            return found.isCutOff()
                    ? new CappedCount(Math.min(counted, COUNTED), false)
                    : CappedCount.upTo(COUNTED, counted);
        });
    }

    /** A user's row with what the list is sorted by. */
    private record Row(UserRow user, Object sortKey) {
        List<String> key() {
            return List.of(sortKey.toString(), user.id());
        }
    }

    private static List<String> key(Looked row) {
        return List.of(row.key().toString(), row.user());
    }

    private List<Row> rows(
            Connection connection, ListOrder order, @Nullable Object key, @Nullable String user, long limit)
            throws SQLException {
        boolean isAlongUsers = order.table() == UD_USER;
        SqlFragment position = order.within().and(order.isBeyond(key, user));
        return rows.query(
                connection,
                rows -> toRows(rows, isAlongUsers ? order.key() : FilteredScan.KEY),
                () -> isAlongUsers ? along(order, position, limit) : alongAndThen(order, position, limit),
                order.shape(),
                position,
                SqlFragment.value(limit));
    }

    private static Query along(ListOrder order, SqlFragment position, long limit) {
        return DSL.select(UserRow.FIELDS)
                .select(order.key())
                .from(UD_USER)
                .where(position.condition())
                .orderBy(order.by(order.key(), order.id()))
                .limit(limit);
    }

    private static Query alongAndThen(ListOrder order, SqlFragment position, long limit) {
        var listed = DSL.select(order.id().as("id"), order.key().as("sort_key"))
                .from(order.table())
                .where(position.condition())
                .orderBy(order.by(order.key(), order.id()))
                .limit(limit)
                .asTable(DSL.unquotedName(ListPredicates.ALIAS));
        return DSL.select(UserRow.FIELDS)
                .select(FilteredScan.KEY)
                .from(listed)
                .join(UD_USER)
                .on(UD_USER.ID.eq(ListPredicates.ID))
                .orderBy(order.by(FilteredScan.KEY, ListPredicates.ID));
    }

    private static List<Row> toRows(ResultRows rows, Field<?> key) throws SQLException {
        var found = new ArrayList<Row>();
        while (rows.next()) {
            found.add(new Row(UserRow.of(rows), rows.get(key)));
        }
        return found;
    }

    /** The rows of users who were found, save those who have gone since. */
    private Page<Row> fetched(DSLContext db, Page<Looked> page) {
        List<String> ids = page.items().stream().map(Looked::user).toList();
        Map<String, UserRow> users =
                ids.isEmpty() ? Map.of() : db.connectionResult(connection -> rowsOf(connection, ids));
        List<Row> found = page.items().stream()
                .filter(row -> users.containsKey(row.user()))
                .map(row -> new Row(Objects.requireNonNull(users.get(row.user())), row.key()))
                .toList();
        return new Page<>(found, page.nextCursor(), page.previousCursor());
    }

    private Map<String, UserRow> rowsOf(Connection connection, List<String> ids) throws SQLException {
        SqlFragment users = SqlFragment.in(UD_USER.ID, ids);
        return rowsOf.query(
                connection,
                rows -> {
                    var found = new HashMap<String, UserRow>();
                    while (rows.next()) {
                        UserRow row = UserRow.of(rows);
                        found.put(row.id(), row);
                    }
                    return found;
                },
                () -> DSL.select(UserRow.FIELDS).from(UD_USER).where(users.condition()),
                users);
    }

    private Page<User> completed(DSLContext db, UserQuery query, Page<Row> page) {
        List<User> users =
                reader.complete(db, page.items().stream().map(Row::user).toList(), query.scope());
        return new Page<>(users, page.nextCursor(), page.previousCursor());
    }

    /** What was found before the rows were used up; the next page goes on behind what was looked at. */
    private static Page<Looked> shortPage(Cursor from, Found found) {
        List<String> first = key(Objects.requireNonNull(found.first()));
        List<String> last = key(Objects.requireNonNull(found.last()));
        if (from.isBackwards()) {
            var inOrder = new ArrayList<>(found.hits());
            Collections.reverse(inOrder);
            return new Page<>(inOrder, from.after(first), from.before(last));
        }
        return new Page<>(found.hits(), from.after(last), from.hasKey() ? from.before(first) : null);
    }
}
