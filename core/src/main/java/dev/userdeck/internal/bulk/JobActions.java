package dev.userdeck.internal.bulk;

import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Foreseen;
import dev.userdeck.dashboard.spi.BulkAction.Task;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.BulkOutcome.Refused;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.bulk.JobAction.EachOutlook;
import dev.userdeck.internal.bulk.JobAction.EndedSessions;
import dev.userdeck.internal.bulk.JobAction.Known;
import dev.userdeck.internal.bulk.JobAction.Outlook;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.edit.UserVetoes;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.session.Sessions;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.SuspendUserResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.HashMap;
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
    private final UserVetoes vetoes;
    private final JooqDatabase jooq;
    private final Map<String, JobAction> actions = new LinkedHashMap<>();

    JobActions(JooqDatabase jooq, Users users, Sessions sessions, UserVetoes vetoes, Clock clock) {
        this.jooq = jooq;
        this.users = users;
        this.sessions = sessions;
        this.vetoes = vetoes;
        actions.put(
                NewBulkJob.SUSPEND,
                new JobAction(
                        Permission.USERS_WRITE,
                        (values, operator) -> SuspensionArguments.check(values, clock.instant()),
                        this::suspend,
                        EndedSessions.ALL,
                        whole((user, known) -> outlook(user.status() == UserStatus.SUSPENDED))));
        actions.put(
                NewBulkJob.ACTIVATE,
                new JobAction(
                        Permission.USERS_WRITE,
                        JobActions::checkNone,
                        this::activate,
                        EndedSessions.NONE,
                        whole((user, known) -> outlook(user.status() != UserStatus.SUSPENDED))));
        actions.put(
                NewBulkJob.END_SESSIONS,
                new JobAction(
                        Permission.SESSIONS_END,
                        JobActions::checkNone,
                        this::endSessions,
                        EndedSessions.IN_SCOPE,
                        (EachOutlook) (user, known) -> outlook(!known.sessions().containsKey(user.id()))));
        actions.put(
                NewBulkJob.DELETE,
                new JobAction(
                        Permission.USERS_DELETE, JobActions::checkNone, this::delete, EndedSessions.ALL, (EachOutlook)
                                this::outlookOnDeletion));
    }

    private static BulkOutcome outlook(boolean isSoAlready) {
        return isSoAlready ? Done.UNCHANGED : Done.DONE;
    }

    /** Of what concerns a user in all tenants: who is so already is left as is, before anybody asks in which these are. */
    private static EachOutlook whole(EachOutlook inner) {
        return (user, known) -> {
            BulkOutcome outcome = inner.of(user, known);
            return outcome == Done.DONE && known.elsewhere().contains(user.id()) ? ELSEWHERE : outcome;
        };
    }

    /**
     * Whom the operator may not delete nobody else is asked about: a veto may tell of another tenant. Recipes may lock what
     * their answer rests on, so it takes a transaction that may write.
     */
    private BulkOutcome outlookOnDeletion(User user, Known known) {
        if (known.elsewhere().contains(user.id())) {
            return ELSEWHERE;
        }
        return vetoes.areThere()
                ? jooq.write(db -> vetoes.onDeletion(user))
                        .<BulkOutcome>map(veto -> new Refused(veto.code(), veto.message()))
                        .orElse(Done.DONE)
                : Done.DONE;
    }

    void add(List<RunningRecipe> recipes) {
        for (RunningRecipe recipe : recipes) {
            for (BulkAction action : recipe.dashboard().bulkActions()) {
                actions.put(
                        recipe.id().value() + "." + action.id(),
                        new JobAction(
                                action.permission(),
                                (values, operator) -> checkChosen(action, values, operator),
                                work(action),
                                EndedSessions.NONE,
                                new RecipeOutlook(action)));
            }
        }
    }

    /** What a recipe says, once there are values; of who is also elsewhere it isn't asked, unless it keeps to the scope. */
    private record RecipeOutlook(BulkAction action) implements Outlook {

        @Override
        public boolean tellsUnchanged(List<String> values) {
            return action.dryRun() != null && !values.isEmpty();
        }

        @Override
        public Foreseen on(List<User> users, Task task, Known known) {
            var outcomes = new HashMap<UserId, BulkOutcome>();
            if (!action.keepsToScope()) {
                known.elsewhere().forEach(id -> outcomes.put(id, ELSEWHERE));
            }
            BulkAction.DryRun dryRun = action.dryRun();
            List<User> asked = users.stream()
                    .filter(user -> !outcomes.containsKey(user.id()))
                    .toList();
            if (dryRun == null || task.values().isEmpty() || asked.isEmpty()) {
                return new Foreseen(outcomes, Map.of());
            }
            Foreseen foreseen = dryRun.on(asked, task);
            outcomes.putAll(foreseen.outcomes());
            return new Foreseen(outcomes, foreseen.already());
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

    private static List<FieldError> checkNone(List<String> values, Operator operator) {
        return values.isEmpty()
                ? List.of()
                : List.of(new FieldError("values", "values-unexpected", "This action takes no values."));
    }

    private static List<FieldError> checkChosen(BulkAction action, List<String> values, Operator operator) {
        boolean good = values.stream().allMatch(value -> !value.isEmpty() && value.length() <= 255);
        return values.isEmpty() || values.size() > 50 || !good
                ? List.of(new FieldError("values", "values-count", "Choose 1 to 50."))
                : action.check().of(values, operator);
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
