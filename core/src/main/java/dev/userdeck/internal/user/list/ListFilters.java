package dev.userdeck.internal.user.list;

import static dev.userdeck.internal.jooq.Tables.UD_USER;

import dev.userdeck.internal.session.SuspensionSql;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.user.search.Search;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserSort;
import dev.userdeck.user.UserStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns a filter into the index that the list is read along and what is asked of each row. */
final class ListFilters {
    private static final Set<UserSort> BY_JOINED = EnumSet.of(UserSort.NEWEST_FIRST, UserSort.OLDEST_FIRST);
    private static final Set<UserSort> BY_SEEN = EnumSet.of(UserSort.LAST_SEEN_FIRST, UserSort.LAST_SEEN_LAST);

    private final Search search;
    private final Clock clock;

    ListFilters(Search search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** A span of what is sorted by is a span of its index, and so is the status that few have. */
    @SuppressWarnings("unchecked") // both keys are times
    ListOrder order(Scope scope, UserFilter filter, UserSort sort) {
        ListOrder order = ListOrder.of(scope, sort);
        if (BY_JOINED.contains(sort)) {
            order = order.and(ListPredicates.within(order.joined(), filter.joinedFrom(), filter.joinedTo()));
            if (order.table() == UD_USER && filter.statuses().equals(Set.of(UserStatus.SUSPENDED))) {
                order = order.and(SqlFragment.in(UD_USER.STATUS, List.of(SuspensionSql.STATUS)));
            }
        } else if (BY_SEEN.contains(sort)) {
            Field<Long> seen = (Field<Long>) order.key();
            order = order.and(ListPredicates.within(seen, filter.seenFrom(), filter.seenTo()));
            order = order.and(ListPredicates.active(seen, order.seenImported(), filter.activeSince()));
        }
        return order;
    }

    /** What {@link #order} leaves to ask. */
    List<ListPredicate> narrowings(Scope scope, UserFilter filter, UserSort sort) {
        var all = new ArrayList<ListPredicate>();
        if (scope instanceof Scope.Only only && only.tenants().size() != 1) {
            all.add(ListPredicates.scope(only));
        }
        if (!filter.search().isEmpty()) {
            Search.Words words = search.words(TypedSearch.terms(filter.search()));
            if (!words.isEmpty()) {
                all.add(new ListPredicate(words.holds(ListPredicates.ID), words::users));
            }
        }
        if (!filter.statuses().isEmpty()) {
            all.add(ListPredicates.status(filter.statuses(), clock.millis()));
        }
        if (!filter.methods().isEmpty()) {
            all.add(ListPredicates.methods(filter.methods()));
        }
        if (!filter.providers().isEmpty()) {
            all.add(ListPredicates.providers(filter.providers()));
        }
        if (!BY_JOINED.contains(sort) && (filter.joinedFrom() != null || filter.joinedTo() != null)) {
            all.add(ListPredicates.span(UD_USER.JOINED_AT, filter.joinedFrom(), filter.joinedTo()));
        }
        if (!BY_SEEN.contains(sort) && (filter.seenFrom() != null || filter.seenTo() != null)) {
            all.add(ListPredicates.span(UD_USER.LAST_SEEN_AT, filter.seenFrom(), filter.seenTo()));
        }
        if (!BY_SEEN.contains(sort) && filter.activeSince() != null) {
            all.add(ListPredicates.active(filter.activeSince()));
        }
        filter.conditions().forEach(condition -> all.add(ListPredicates.recipes(condition)));
        return all;
    }

    /** The same text for the same filter. */
    static String describe(UserFilter filter) {
        return List.of(
                        filter.search(),
                        new TreeSet<>(filter.statuses()),
                        new TreeSet<>(filter.methods()),
                        new TreeSet<>(filter.providers()),
                        filter.joinedFrom() + ".." + filter.joinedTo(),
                        filter.seenFrom() + ".." + filter.seenTo(),
                        filter.activeSince() + "..",
                        filter.conditions().stream().map(ListFilters::describe).toList())
                .toString();
    }

    private static String describe(UserCondition given) {
        return given.sql() + given.binds();
    }
}
