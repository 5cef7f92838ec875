package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something to do to many users at once. The operator chooses values, then a job goes through the users.
 *
 * @param id unique within the recipe, {@code [a-z][a-z0-9-]*}
 * @param label names the action, as in "Assign roles"
 * @param icon of the dashboard's set
 * @param permission without it the action is not offered, and stops
 * @param options a GET route of the same recipe, with the query parameters {@code q} and {@code id}, that answers with
 *     {@link UserSection.Options}; the operator chooses 1 to 50 of them
 * @param check asked once when the job is started
 * @param work does it to one user
 * @param keepsToScope whether it changes of a user only what is of a tenant within {@link Task#scope}; else users who are in
 *     other tenants too are refused, without a call
 * @param valuesLabel what the values are called where they are chosen, and on the job's page, as "Roles"; null for a word of the
 *     dashboard's own
 * @param dryRun tells before a job is started for whom there is nothing to do and who will be refused; null when nothing is
 *     said of it
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BulkAction(
        String id,
        Text label,
        String icon,
        Permission permission,
        Route options,
        Check check,
        Work work,
        boolean keepsToScope,
        @Nullable Text valuesLabel,
        @Nullable DryRun dryRun) {

    /**
     * Checks the route.
     *
     * @throws IllegalArgumentException if it says that it answers something else
     */
    public BulkAction {
        Fit.answers(options, UserSection.Options.class);
    }

    /** An action that concerns whole users. */
    public BulkAction(
            String id, Text label, String icon, Permission permission, Route options, Check check, Work work) {
        this(id, label, icon, permission, options, check, work, false, null, null);
    }

    /** The same, which changes of a user only what is of a tenant within the scope. */
    public BulkAction keepingToScope() {
        return new BulkAction(id, label, icon, permission, options, check, work, true, valuesLabel, dryRun);
    }

    /** The same, which tells before a job is started what it will come to. Default: nothing is said of it. */
    public BulkAction dryRun(DryRun newDryRun) {
        return new BulkAction(id, label, icon, permission, options, check, work, keepsToScope, valuesLabel, newDryRun);
    }

    /** The same, whose values are called so on the screen. */
    public BulkAction valuesLabel(Text newLabel) {
        return new BulkAction(id, label, icon, permission, options, check, work, keepsToScope, newLabel, dryRun);
    }

    /** Looks at what was chosen, before anything is done. */
    @FunctionalInterface
    public interface Check {
        /**
         * Tells what is wrong.
         *
         * @param values 1 to 50
         * @param operator who chose them
         * @return errors at the field {@code values}; none if they are good
         */
        List<FieldError> of(List<String> values, Operator operator);
    }

    /** The work of a bulk action, on one user at a time. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it, within the open transaction of the job's batch. What it throws undoes this user's part alone, which
         * counts as refused. After a deadlock it may run again: keep to the database.
         */
        BulkOutcome on(User user, Task task);
    }

    /**
     * What a bulk action would come to, for users as they are now. Asked while the operator decides, outside of any job.
     */
    @FunctionalInterface
    public interface DryRun {
        /**
         * Tells what {@link Work#on} would answer for each of some users, without writing anything.
         *
         * @param users at most 100
         * @param task with the values chosen so far, at least one and checked; its actor is the operator who looks
         */
        Foreseen on(List<User> users, Task task);
    }

    /**
     * What a bulk action would come to.
     *
     * @param outcomes by user; who is left out counts as someone to whom it would be done
     * @param already for an action that is done tenant by tenant, how many of the users have it already in which; else empty
     */
    public record Foreseen(Map<UserId, BulkOutcome> outcomes, Map<TenantId, Long> already) {
        /** Copies the maps. */
        public Foreseen {
            outcomes = Map.copyOf(outcomes);
            already = Map.copyOf(already);
        }
    }

    /**
     * The part of a job that is the same for each user.
     *
     * @param values what was chosen
     * @param scope keep to these tenants
     * @param actor the operator; audit events that name this actor carry the job's id
     */
    public record Task(List<String> values, Scope scope, Actor actor) {
        /** Copies the list. */
        public Task {
            values = List.copyOf(values);
        }
    }
}
