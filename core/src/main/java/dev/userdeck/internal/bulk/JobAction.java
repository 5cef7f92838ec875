package dev.userdeck.internal.bulk;

import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Foreseen;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.operator.Permission;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a job does to each user.
 *
 * @param check what is wrong with the values it takes
 * @param sessions which sessions of those to whom it is done it ends
 * @param outlook what it would come to
 */
record JobAction(
        Permission permission, BulkAction.Check check, BulkAction.Work work, EndedSessions sessions, Outlook outlook) {

    /** Which sessions an action ends. */
    enum EndedSessions {
        NONE,
        /** Those in tenants of the operator's. */
        IN_SCOPE,
        ALL
    }

    /** What an action would come to for some users. */
    interface Outlook {
        /** Whether it can be told, with these values, for whom there is nothing to do. */
        boolean tellsUnchanged(List<String> values);

        Foreseen on(List<User> users, BulkAction.Task task, Known known);
    }

    /**
     * What is known of the users.
     *
     * @param sessions how many that would end each has
     * @param elsewhere who is also in tenants that are not the operator's
     */
    record Known(Map<UserId, Long> sessions, Set<UserId> elsewhere) {}

    /** An outlook that judges one user after the other. */
    @FunctionalInterface
    interface EachOutlook extends Outlook {
        BulkOutcome of(User user, Known known);

        @Override
        default boolean tellsUnchanged(List<String> values) {
            return true;
        }

        @Override
        default Foreseen on(List<User> users, BulkAction.Task task, Known known) {
            var outcomes = new HashMap<UserId, BulkOutcome>();
            users.forEach(user -> outcomes.put(user.id(), of(user, known)));
            return new Foreseen(outcomes, Map.of());
        }
    }
}
