package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The users that a job is for: some by id, or all whom a filter matches. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface BulkSelection {

    /** How many users can be named. */
    int MOST_NAMED = 1_000;

    /** The tenants to keep to: the action sees no others of a user. */
    Scope scope();

    /** These users, as far as they are in one of the tenants of {@code within}. */
    static BulkSelection of(Scope within, Set<UserId> users) {
        return new Named(within, users);
    }

    /** Everybody in one of the tenants of {@code within} for whom {@code filter} holds. */
    static BulkSelection matching(Scope within, UserFilter filter) {
        return new Matching(within, filter, List.of());
    }

    /**
     * A choice of users by id.
     *
     * @param scope the tenants to look in
     * @param users 1 to {@link #MOST_NAMED}
     */
    record Named(Scope scope, Set<UserId> users) implements BulkSelection {
        /** Copies the set. */
        public Named {
            Objects.requireNonNull(scope, "within");
            users = Set.copyOf(users);
        }
    }

    /**
     * All who match when the job comes to them, among those who joined before it was started.
     *
     * @param scope the tenants to look in
     * @param filter what must hold; without conditions, as these can't be kept: a recipe's filters go in {@code choices}
     * @param choices what was chosen in filters of recipes
     */
    record Matching(Scope scope, UserFilter filter, List<Choice> choices) implements BulkSelection {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if the filter has conditions
         */
        public Matching {
            Objects.requireNonNull(scope, "within");
            choices = List.copyOf(choices);
            if (!filter.conditions().isEmpty()) {
                throw new IllegalArgumentException("A job keeps what was chosen in a recipe's filter, not its SQL");
            }
        }
    }

    /**
     * The values that were chosen in a recipe's filter of the users list, or some of the users of another job.
     *
     * @param filter the recipe's id and the filter's, joined by a dot
     * @param values as in {@link dev.userdeck.dashboard.spi.UsersFilter.Chosen#values}
     * @param from the start of a span, included; null when open
     * @param to the end of a span, not included; null when open
     */
    record Choice(
            String filter,
            List<String> values,
            @Nullable Instant from,
            @Nullable Instant to) {
        /** Copies the list. */
        public Choice {
            Objects.requireNonNull(filter, "filter");
            values = List.copyOf(values);
        }

        /** Those users of a job. */
        public static Choice of(BulkJobId job, BulkPart part) {
            return new Choice(ofJob(part), List.of(job.value()), null, null);
        }

        /** The {@link #filter} of such a choice, which no recipe's has: it begins with {@code job:}. */
        public static String ofJob(BulkPart part) {
            return "job:" + ConstantNames.of(part);
        }
    }
}
