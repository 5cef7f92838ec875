package dev.userdeck.internal.bulk;

import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Task;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.BulkOutcome.Refused;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Permission;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.session.Sessions;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done to many users: our own actions, and those of recipes under {@code <recipe>.<id>}. */
final class JobActions {
    private static final Refused GONE = new Refused("unknown", "The user is gone, or not in your tenants any more.");
    private static final Refused ELSEWHERE =
            new Refused("partly-out-of-scope", "The user is also in tenants that are not yours.");

    private final Users users;
    private final Sessions sessions;
    private final Map<String, JobAction> actions = new LinkedHashMap<>();

    JobActions(Users users, Sessions sessions, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        actions.put(
                NewBulkJob.SUSPEND,
                new JobAction(
                        Permission.USERS_WRITE,
                        values -> SuspensionArguments.check(values, clock.instant()),
                        this::suspend));
        actions.put(NewBulkJob.ACTIVATE, new JobAction(Permission.USERS_WRITE, JobActions::checkNone, this::activate));
        actions.put(
                NewBulkJob.END_SESSIONS,
                new JobAction(Permission.SESSIONS_END, JobActions::checkNone, this::endSessions));
        actions.put(NewBulkJob.DELETE, new JobAction(Permission.USERS_DELETE, JobActions::checkNone, this::delete));
    }

    void add(List<RunningRecipe> recipes) {
        for (RunningRecipe recipe : recipes) {
            for (BulkAction action : recipe.dashboard().bulkActions()) {
                actions.put(
                        recipe.id().value() + "." + action.id(),
                        new JobAction(action.permission(), values -> checkChosen(action, values), work(action)));
            }
        }
    }

    private BulkAction.Work work(BulkAction action) {
        return action.keepsToScope()
                ? action.work()
                : (user, task) -> users.withWholeUser(
                        user.id(), task.scope(), () -> action.work().on(user, task));
    }

    Optional<JobAction> find(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    private static List<FieldError> checkNone(List<String> values) {
        return values.isEmpty()
                ? List.of()
                : List.of(new FieldError("values", "values-unexpected", "This action takes no values."));
    }

    private static List<FieldError> checkChosen(BulkAction action, List<String> values) {
        boolean good = values.stream().allMatch(value -> !value.isEmpty() && value.length() <= 255);
        return values.isEmpty() || values.size() > 50 || !good
                ? List.of(new FieldError("values", "values-count", "Choose 1 to 50."))
                : action.check().apply(values);
    }

    private BulkOutcome suspend(User user, Task task) {
        if (user.status() == UserStatus.SUSPENDED) {
            return Done.UNCHANGED;
        }
        SuspendUserResult result =
                users.suspend(user.id(), SuspensionArguments.of(task.values()), task.scope(), task.actor());
        if (result instanceof SuspendUserResult.Refused refused) {
            return refused(refused.errors());
        }
        if (result instanceof SuspendUserResult.PartlyOutOfScope) {
            return ELSEWHERE;
        }
        return result instanceof SuspendUserResult.Suspended ? Done.DONE : GONE;
    }

    private BulkOutcome activate(User user, Task task) {
        if (user.status() != UserStatus.SUSPENDED) {
            return Done.UNCHANGED;
        }
        UpdateUserResult result = users.activate(user.id(), task.scope(), task.actor());
        if (result instanceof UpdateUserResult.Refused refused) {
            return refused(refused.errors());
        }
        if (result instanceof UpdateUserResult.PartlyOutOfScope) {
            return ELSEWHERE;
        }
        return result instanceof UpdateUserResult.Updated ? Done.DONE : GONE;
    }

    private BulkOutcome endSessions(User user, Task task) {
        return sessions.revokeAll(user.id(), task.scope(), task.actor()) > 0 ? Done.DONE : Done.UNCHANGED;
    }

    private BulkOutcome delete(User user, Task task) {
        DeleteUserResult result = users.delete(user.id(), task.scope(), task.actor());
        if (result instanceof DeleteUserResult.Vetoed vetoed) {
            return new Refused(vetoed.veto().code(), vetoed.veto().message());
        }
        if (result instanceof DeleteUserResult.PartlyOutOfScope) {
            return ELSEWHERE;
        }
        return result instanceof DeleteUserResult.Deleted ? Done.DONE : Done.UNCHANGED;
    }

    private static Refused refused(List<FieldError> errors) {
        return new Refused(errors.get(0).code(), errors.get(0).message());
    }

    /** A user who is in tenants outside of the job's scope, too. */
    static Refused elsewhere() {
        return ELSEWHERE;
    }

    /** A user who was named and isn't there. */
    static Refused gone() {
        return GONE;
    }
}
