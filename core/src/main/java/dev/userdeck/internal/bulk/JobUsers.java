package dev.userdeck.internal.bulk;

import dev.userdeck.bulk.BulkPart;
import dev.userdeck.bulk.BulkSelection.Choice;
import dev.userdeck.bulk.BulkSelection.Matching;
import dev.userdeck.bulk.BulkSelection.Named;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.user.User;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import dev.userdeck.user.UserSort;
import dev.userdeck.user.Users;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom a job comes to next: a page of the list from a cursor on, so that a filter over a million is no list of ids. */
final class JobUsers {
    /** How many a job does in one transaction. */
    static final int BATCH = 25;

    private final Users users;
    private final Map<String, Function<Chosen, UserCondition>> filters = new HashMap<>();

    JobUsers(Users users, JooqJobUsers rows) {
        this.users = users;
        for (BulkPart part : BulkPart.values()) {
            filters.put(Choice.ofJob(part), chosen -> rows.of(chosen.value(), part));
        }
    }

    void add(List<RunningRecipe> recipes) {
        for (RunningRecipe recipe : recipes) {
            recipe.dashboard()
                    .filters()
                    .forEach(filter -> filters.put(recipe.id().value() + "." + filter.id(), filter.condition()));
        }
    }

    /**
     * The next few.
     *
     * @param users in order; empty for one who was named and isn't there
     * @param next where the batch after it begins; null after the last
     */
    record Batch(
            Map<UserId, Optional<User>> users, @Nullable String next) {}

    /** A filter of a recipe that doesn't run any more. */
    static final class FilterGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FilterGoneException(String filter) {
            super("The filter " + filter + " is not there any more.");
        }
    }

    CappedCount count(JobRequest task) {
        if (task.selection() instanceof Matching matching) {
            return users.count(matching.scope(), filter(matching));
        }
        return new CappedCount(((Named) task.selection()).users().size(), true);
    }

    /** Those from {@code cursor} on, among those who joined up to {@code created}. */
    Batch next(JobRequest task, String cursor, long created, int size) {
        return task.selection() instanceof Matching matching
                ? matching(matching, cursor, created, size)
                : named((Named) task.selection(), cursor, size);
    }

    private Batch named(Named named, String cursor, int size) {
        List<UserId> all = named.users().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + size);
        Map<UserId, Optional<User>> found = new LinkedHashMap<>();
        all.subList(from, to).forEach(id -> found.put(id, users.find(id, named.scope())));
        return new Batch(found, to == all.size() ? null : Integer.toString(to));
    }

    private Batch matching(Matching matching, String cursor, long created, int size) {
        UserFilter filter = filter(matching);
        Instant end = Instant.ofEpochMilli(created + 1);
        Instant to = filter.joinedTo();
        UserQuery query = UserQuery.of(matching.scope())
                .filter(filter.joined(filter.joinedFrom(), to == null || to.isAfter(end) ? end : to))
                .sort(UserSort.OLDEST_FIRST)
                .size(size);
        Page<User> page = users.list(query.cursor(cursor.isEmpty() ? null : cursor));
        Map<UserId, Optional<User>> found = new LinkedHashMap<>();
        page.items().forEach(user -> found.put(user.id(), Optional.of(user)));
        return new Batch(found, page.nextCursor());
    }

    private UserFilter filter(Matching matching) {
        UserFilter filter = matching.filter();
        for (Choice choice : matching.choices()) {
            Function<Chosen, UserCondition> named = filters.get(choice.filter());
            if (named == null) {
                throw new FilterGoneException(choice.filter());
            }
            filter = filter.matching(
                    named.apply(new Chosen(choice.values(), choice.from(), choice.to(), matching.scope())));
        }
        return filter;
    }
}
