package dev.userdeck.internal.user.list;

import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static dev.userdeck.libs.org.jooq.impl.DSL.when;
import static java.util.stream.Collectors.toCollection;

import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Name;
import dev.userdeck.libs.org.jooq.Record;
import dev.userdeck.libs.org.jooq.Record2;
import dev.userdeck.libs.org.jooq.Select;
import dev.userdeck.libs.org.jooq.SelectField;
import dev.userdeck.libs.org.jooq.SelectLimitStep;
import dev.userdeck.libs.org.jooq.impl.DSL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the users of a page whom a filter keeps. What is asked of a user is a column of the statement, not a part of its
 * where clause: so each statement reads a number of rows that we have set, whatever an engine thinks of its statistics.
 *
 * <p>First a few rows along the index of the order tell how common each thing is that is asked for. If one is rare and has
 * an index, the users are read from that one; else the order is walked on until the page is full or the rows that a page
 * may cost are used up, and the next page goes on from there. See docs/adr/0012.
 */
final class FilteredScan {
    /** What holds for none of so many rows may be rare. */
    static final int GLANCE = 100;

    /** How many rows tell what is rare. */
    static final int FIRST = 400;

    private static final int RARE = 4;
    private static final int GATHERED = 4_000;
    /** How many more rows than expected are read at once, so that a second time is the exception. */
    private static final double MARGIN = 1.5;
    /** How many rows a page may cost. */
    static final int BUDGET = 20_000;

    private static final Name LISTED = DSL.unquotedName(ListPredicates.ALIAS);
    static final Field<Object> KEY = field(ListPredicates.ALIAS + ".sort_key", Object.class);

    private final DSLContext db;
    private final ListOrder order;
    private final List<ListPredicate> narrowings;
    private final int wanted;

    /** A row that was looked at: its user, its sort key, and which narrowings hold. */
    record Looked(String user, Object key, List<Boolean> holds) {
        boolean isHit() {
            return !holds.contains(false);
        }
    }

    /**
     * What came of it.
     *
     * @param hits users to be listed, at most as many as were wanted
     * @param first the first row that was looked at when the rows were used up, else null
     * @param last the last one
     */
    record Found(
            List<Looked> hits,
            @Nullable Looked first,
            @Nullable Looked last) {

        boolean isCutOff() {
            return last != null;
        }
    }

    FilteredScan(DSLContext db, ListOrder order, List<ListPredicate> narrowings, int wanted) {
        this.db = db;
        this.order = order;
        this.narrowings = narrowings;
        this.wanted = wanted;
    }

    Found from(@Nullable Object key, @Nullable String user) {
        List<Looked> sample = look(key, user, GLANCE);
        List<Looked> hits = hits(sample);
        if (isAll(sample, hits, GLANCE)) {
            return whole(hits);
        }
        ListPredicate rare = rarest(sample, 0);
        if (rare == null) {
            Looked last = sample.get(GLANCE - 1);
            sample.addAll(look(last.key(), last.user(), FIRST - GLANCE));
            hits = hits(sample);
            if (isAll(sample, hits, FIRST)) {
                return whole(hits);
            }
            rare = rarest(sample, RARE);
        }
        if (rare != null && rare.users() != null) {
            Set<String> users = rare.users().upTo(db, GATHERED);
            if (users != null) {
                return whole(gathered(users, key, user));
            }
        }
        return walkOn(sample, hits);
    }

    /** Whether there is nothing more to look for behind these. */
    private boolean isAll(List<Looked> rows, List<Looked> hits, int askedFor) {
        return rows.size() < askedFor || hits.size() >= wanted;
    }

    private static List<Looked> hits(List<Looked> rows) {
        return new ArrayList<>(rows.stream().filter(Looked::isHit).toList());
    }

    private Found walkOn(List<Looked> sample, List<Looked> hits) {
        Looked last = sample.get(sample.size() - 1);
        int looked = sample.size();
        while (looked < BUDGET) {
            int next = Math.min(BUDGET - looked, expected(hits.size(), looked));
            hits.addAll(hitsBehind(last, next, wanted - hits.size()));
            if (hits.size() >= wanted) {
                return whole(hits);
            }
            Looked end = nth(last, next);
            if (end == null) {
                return whole(hits);
            }
            last = end;
            looked += next;
        }
        return new Found(hits, sample.get(0), last);
    }

    /** How many more rows will probably do, from how many hits there were among those that were looked at. */
    private int expected(int hits, int looked) {
        return hits == 0 ? BUDGET : Math.max(FIRST, (int) Math.min(BUDGET, MARGIN * looked / hits * (wanted - hits)));
    }

    private Found whole(List<Looked> hits) {
        return new Found(hits.size() > wanted ? hits.subList(0, wanted) : hits, null, null);
    }

    /** The one that holds least often, if that is no more than {@code most} times and an index leads to its users. */
    private @Nullable ListPredicate rarest(List<Looked> sample, int most) {
        ListPredicate rarest = null;
        long fewest = most + 1L;
        for (int i = 0; i < narrowings.size(); i++) {
            int at = i;
            long holds = sample.stream().filter(row -> row.holds().get(at)).count();
            if (narrowings.get(i).users() != null && holds < fewest) {
                rarest = narrowings.get(i);
                fewest = holds;
            }
        }
        return rarest;
    }

    /** The next rows in order, whoever they are. */
    private List<Looked> look(@Nullable Object key, @Nullable String user, int rows) {
        return looked(db.select(columns())
                .from(next(key, user).limit(rows).asTable(LISTED))
                .orderBy(order.by(KEY, ListPredicates.ID))
                .fetch());
    }

    /** The first hits among the rows behind one; engines that can stop there. */
    private List<Looked> hitsBehind(Looked row, int rows, int most) {
        Condition all = DSL.and(narrowings.stream()
                .map(narrowing -> flag(narrowing.holds()).eq(inline(1)))
                .toList());
        return looked(db.select(ListPredicates.ID, KEY)
                .from(next(row.key(), row.user()).limit(rows).asTable(LISTED))
                .where(all)
                .orderBy(order.by(KEY, ListPredicates.ID))
                .limit(most)
                .fetch());
    }

    /** The row so many behind one; null if there are fewer. */
    private @Nullable Looked nth(Looked row, int number) {
        List<Looked> found =
                looked(next(row.key(), row.user()).limit(1).offset(number - 1).fetch());
        return found.isEmpty() ? null : found.get(0);
    }

    private SelectLimitStep<? extends Record2<String, ?>> next(@Nullable Object key, @Nullable String user) {
        return db.select(order.id().as("id"), order.key().as("sort_key"))
                .from(order.table())
                .where(order.within().condition())
                .and(order.isBeyond(key, user).condition())
                .orderBy(order.by(order.key(), order.id()));
    }

    /** Those of these users who are to be listed, in order. */
    private List<Looked> gathered(Collection<String> users, @Nullable Object key, @Nullable String user) {
        if (users.isEmpty()) {
            return List.of();
        }
        return looked(those(users, key, user)
                        .orderBy(order.by(KEY, ListPredicates.ID))
                        .fetch())
                .stream()
                .filter(Looked::isHit)
                .toList();
    }

    private dev.userdeck.libs.org.jooq.SelectConditionStep<Record> those(
            Collection<String> users, @Nullable Object key, @Nullable String user) {
        Select<?> these = db.select(order.id().as("id"), order.key().as("sort_key"))
                .from(order.table())
                .where(order.within().condition())
                .and(order.id().in(users))
                .and(order.isBeyond(key, user).condition());
        return db.select(columns()).from(these.asTable(LISTED)).where(DSL.noCondition());
    }

    private List<SelectField<?>> columns() {
        var columns = new ArrayList<SelectField<?>>();
        columns.add(ListPredicates.ID);
        columns.add(KEY);
        for (ListPredicate narrowing : narrowings) {
            columns.add(flag(narrowing.holds()));
        }
        return columns;
    }

    /** A column, so that no engine makes a join of it; and a level deeper where one would make a table of it. */
    private Field<Integer> flag(Condition condition) {
        return Dialect.of(db).hashesSelectedConditions()
                ? field(selectOne().where(condition))
                : when(condition, inline(1)).otherwise(inline(0));
    }

    private List<Looked> looked(List<? extends Record> rows) {
        return rows.stream()
                .map(row -> {
                    var holds = new ArrayList<Boolean>();
                    for (int i = 2; i < row.size(); i++) {
                        holds.add(Integer.valueOf(1).equals(row.get(i, Integer.class)));
                    }
                    return new Looked(row.get(0, String.class), row.get(1), holds);
                })
                .collect(toCollection(ArrayList::new));
    }
}
