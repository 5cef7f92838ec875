package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A job that is to be started: an action, and the users it is done to.
 *
 * @param action see {@link BulkJob#action}
 * @param selection the users it is done to
 * @param values what the action takes: the reason for {@code suspend}, and behind it the end if it has one, in ISO 8601; what was
 *     chosen for a recipe's action; else nothing
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NewBulkJob(String action, BulkSelection selection, List<String> values) {
    /** Suspends the users, by a reason and perhaps until a time. */
    public static final String SUSPEND = "suspend";

    /** Activates users who are suspended. */
    public static final String ACTIVATE = "activate";

    /** Ends all sessions of the users. */
    public static final String END_SESSIONS = "end-sessions";

    /** Deletes the users. */
    public static final String DELETE = "delete";

    /** Copies the list. */
    public NewBulkJob {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(selection, "selection");
        values = List.copyOf(values);
    }

    /** An action that takes nothing. */
    public static NewBulkJob of(String action, BulkSelection selection) {
        return new NewBulkJob(action, selection, List.of());
    }

    /** The same with what the action takes. */
    public NewBulkJob values(List<String> newValues) {
        return new NewBulkJob(action, selection, newValues);
    }
}
