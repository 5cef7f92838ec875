package dev.userdeck.internal.audit;

import static dev.userdeck.internal.jooq.Tables.UD_AUDIT_EVENT;

import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.UdAuditEvent;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Select;
import dev.userdeck.libs.org.jooq.SortField;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.tenant.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads events: ids grow with time, so they are the order. A page reads at most {@value #BOUND} rows of an index; when
 * that was not enough to fill it, its cursor begins where the reading ended.
 */
final class AuditReader {
    private static final int BOUND = 1_000;
    private static final String INCLUSIVE = "=";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final UdAuditEvent E = UD_AUDIT_EVENT;

    private final JooqDatabase jooq;
    private final StatementCache one;
    private final StatementCache walked;
    private final StatementCache sortedOut;

    AuditReader(JooqDatabase jooq) {
        this.jooq = jooq;
        this.one = jooq.prepareByShape("audit event");
        this.walked = jooq.prepareByShape("audit events along an index");
        this.sortedOut = jooq.prepareByShape("audit events sorted out");
    }

    /**
     * Where a page begins.
     *
     * @param inclusive whether the event at the position is part of the page
     */
    private record Position(boolean backwards, String id, boolean inclusive) {

        /** Null at the start. */
        static @Nullable Position of(Cursor cursor) {
            if (!cursor.hasKey()) {
                return null;
            }
            String id = cursor.text(0);
            if (!ID.matcher(id).matches()) {
                throw new InvalidCursorException();
            }
            return new Position(cursor.isBackwards(), id, cursor.text(1).equals(INCLUSIVE));
        }

        String text(Cursor of) {
            List<String> key = List.of(id, inclusive ? INCLUSIVE : "");
            return backwards ? of.before(key) : of.after(key);
        }

        /** The page on the other side, so that both together leave nothing out. */
        Position opposite() {
            return new Position(!backwards, id, !inclusive);
        }

        /** The time, which the id holds too, lets engines begin at the right place of an index by time. */
        SqlFragment isBehind(boolean alongIds, IndexScan walk) {
            long at = Ids.millisOf(id);
            String shape = (backwards ? "before" : "after") + (inclusive ? " or at" : "");
            SqlFragment byTime = alongIds
                    ? SqlFragment.none()
                    : SqlFragment.of(
                            "time",
                            () -> backwards ? walk.at().ge(at) : walk.at().le(at),
                            at);
            return byTime.and(SqlFragment.of(shape, () -> byId(walk.id()), id));
        }

        private Condition byId(Field<String> field) {
            if (backwards) {
                return inclusive ? field.ge(id) : field.gt(id);
            }
            return inclusive ? field.le(id) : field.lt(id);
        }
    }

    Optional<AuditEvent> find(String id, Scope scope) {
        SqlFragment one = SqlFragment.of("id", () -> E.ID.eq(id), id).and(AuditFilter.isWithin(E, scope));
        return jooq
                .readPlain(connection -> this.one.query(
                        connection,
                        rows -> AuditRows.read(rows, false, scope),
                        () -> AuditRows.withChanges(
                                DSL.select(E.fields()).from(E).where(one.condition())),
                        one))
                .stream()
                .findFirst();
    }

    Page<AuditEvent> list(AuditQuery query) {
        var filter = new AuditFilter(query);
        Cursor cursor = Cursor.read(filter.describe(), query.cursor(), 2);
        Position from = Position.of(cursor);
        if (filter.isEmpty()) {
            return Page.single(List.of());
        }
        return jooq.read(db -> {
            int wanted = query.size() + 1;
            List<AuditEvent> rows = db.connectionResult(connection -> filter.hasRest()
                    ? sortedOut(connection, filter, from, wanted)
                    : walked(connection, filter, from, wanted));
            @Nullable String edge = filter.hasRest() && rows.size() < wanted ? edge(db, filter, from) : null;
            return page(cursor, from, query.size(), rows, edge);
        });
    }

    private List<AuditEvent> walked(Connection connection, AuditFilter filter, @Nullable Position from, int wanted)
            throws SQLException {
        List<IndexScan> walks = walks(filter, from);
        var parts = parts(filter, from, walks, wanted);
        return walked.query(
                connection,
                rows -> AuditRows.read(rows, isBackwards(from), filter.scope()),
                () -> AuditRows.withChanges(walk(filter, from, walks, wanted)),
                parts.toArray(SqlFragment[]::new));
    }

    private List<AuditEvent> sortedOut(Connection connection, AuditFilter filter, @Nullable Position from, int wanted)
            throws SQLException {
        UdAuditEvent found = E.as("found");
        List<IndexScan> walks = walks(filter, from);
        SqlFragment rest = filter.rest(found);
        var parts = parts(filter, from, walks, BOUND);
        parts.add(rest);
        parts.add(SqlFragment.value(wanted));
        return sortedOut.query(
                connection,
                rows -> AuditRows.read(rows, isBackwards(from), filter.scope()),
                () -> AuditRows.withChanges(DSL.select(found.fields())
                        .from(DSL.table(walk(filter, from, walks, BOUND)).as(found))
                        .where(rest.condition())
                        .orderBy(order(from, found.ID))
                        .limit((long) wanted)),
                parts.toArray(SqlFragment[]::new));
    }

    private static List<IndexScan> walks(AuditFilter filter, @Nullable Position from) {
        return filter.walks().stream()
                .map(walk -> from == null ? walk : walk.and(from.isBehind(filter.walksAlongIds(), walk)))
                .toList();
    }

    /** What {@link #walk} is made of. */
    private static List<SqlFragment> parts(
            AuditFilter filter, @Nullable Position from, List<IndexScan> walks, long limit) {
        var parts = new ArrayList<SqlFragment>();
        parts.add(
                SqlFragment.shape((isBackwards(from) ? "up" : "down") + (filter.walksAlongIds() ? " along ids" : "")));
        for (IndexScan walk : walks) {
            parts.add(walk.condition());
            parts.add(SqlFragment.value(limit));
        }
        if (walks.size() > 1) {
            parts.add(SqlFragment.value(limit));
        }
        return parts;
    }

    /** The next rows of the walks; several side by side are merged. */
    private static Select<?> walk(AuditFilter filter, @Nullable Position from, List<IndexScan> walks, long limit) {
        List<? extends Select<?>> selects = walks.stream()
                .map(walk -> DSL.select(E.fields())
                        .from(walk.from())
                        .where(walk.condition().condition())
                        .orderBy(filter.walksAlongIds() ? order(from, walk.id()) : order(from, walk.at(), walk.id()))
                        .limit(limit))
                .toList();
        if (selects.size() == 1) {
            return selects.get(0);
        }
        UdAuditEvent merged = E.as("merged");
        return DSL.select(merged.fields())
                .from(DSL.table(all(selects, filter.mayMeetTwice())).as(merged))
                .orderBy(order(from, merged.ID))
                .limit(limit);
    }

    private static List<SortField<?>> order(@Nullable Position from, Field<?>... fields) {
        return Stream.of(fields)
                .<SortField<?>>map(field -> isBackwards(from) ? field.asc() : field.desc())
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // each has the same columns
    private static Select<?> all(List<? extends Select<?>> walks, boolean distinct) {
        Select all = walks.get(0);
        for (Select<?> walk : walks.subList(1, walks.size())) {
            all = distinct ? all.union((Select) walk) : all.unionAll((Select) walk);
        }
        return all;
    }

    /** The last row that was looked at, if there may be more behind it. */
    private static @Nullable String edge(DSLContext db, AuditFilter filter, @Nullable Position from) {
        UdAuditEvent found = E.as("found");
        return db.select(found.ID)
                .from(DSL.table(walk(filter, from, walks(filter, from), BOUND)).as(found))
                .orderBy(order(from, found.ID))
                .offset(BOUND - 1)
                .limit(1)
                .fetchOne(found.ID);
    }

    private static Page<AuditEvent> page(
            Cursor cursor, @Nullable Position from, int size, List<AuditEvent> found, @Nullable String edge) {
        boolean backwards = isBackwards(from);
        List<AuditEvent> rows = found.subList(0, Math.min(size, found.size()));
        String end = found.size() > size ? rows.get(size - 1).id().value() : edge;
        String ahead = end == null ? null : new Position(backwards, end, false).text(cursor);
        String behind = null;
        if (from != null) {
            Position back = rows.isEmpty()
                    ? from.opposite()
                    : new Position(!backwards, rows.get(0).id().value(), false);
            behind = back.text(cursor);
        }
        if (!backwards) {
            return new Page<>(rows, ahead, behind);
        }
        var newestFirst = new ArrayList<>(rows);
        Collections.reverse(newestFirst);
        return new Page<>(newestFirst, behind, ahead);
    }

    private static boolean isBackwards(@Nullable Position from) {
        return from != null && from.backwards();
    }
}
