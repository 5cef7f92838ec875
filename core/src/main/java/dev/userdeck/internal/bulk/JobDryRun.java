package dev.userdeck.internal.bulk;

import dev.userdeck.actor.Actor;
import dev.userdeck.bulk.BulkDryRun;
import dev.userdeck.bulk.BulkDryRun.Refusals;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkAction.Foreseen;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.BulkOutcome.Refused;
import dev.userdeck.internal.bulk.JobAction.Known;
import dev.userdeck.internal.bulk.JobUsers.Batch;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Goes through the users of a job as the job would, and counts what would come of it. */
final class JobDryRun {
    private static final int BATCH = 100;
    /** Somebody waits for it. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(4);

    private final JobAction action;
    private final JobRequest request;
    private final BulkAction.Task task;
    private final JooqJobUsers rows;
    private final Map<TenantId, Long> already = new HashMap<>();
    private final Map<Refused, Long> refused = new LinkedHashMap<>();
    private long seen;
    private long unchanged;
    private long sessions;

    JobDryRun(JobAction action, JobRequest request, Actor actor, JooqJobUsers rows) {
        this.action = action;
        this.request = request;
        this.task = new BulkAction.Task(request.values(), request.scope(), actor);
        this.rows = rows;
    }

    BulkDryRun run(JobUsers users, long now) {
        long begun = System.nanoTime();
        CappedCount expected = users.count(request);
        String cursor = "";
        while (cursor != null && seen < BulkJobs.MOST_SEEN && System.nanoTime() - begun < PATIENCE) {
            Batch batch = users.next(request, cursor, now, BATCH);
            look(batch.users());
            cursor = batch.next();
        }
        return new BulkDryRun(
                expected,
                seen,
                action.outlook().tellsUnchanged(task.values()) ? Long.valueOf(unchanged) : null,
                sessions,
                refusals(),
                already);
    }

    private void look(Map<UserId, Optional<User>> batch) {
        seen += batch.size();
        List<User> found = batch.values().stream().flatMap(Optional::stream).toList();
        for (int gone = found.size(); gone < batch.size(); gone++) {
            count(JobActions.gone());
        }
        List<UserId> ids = found.stream().map(User::id).toList();
        Map<UserId, Long> open = switch (action.sessions()) {
            case NONE -> Map.of();
            case IN_SCOPE -> rows.sessions(ids, task.scope());
            case ALL -> rows.sessions(ids, Scope.all());
        };
        Foreseen foreseen = action.outlook().on(found, task, new Known(open, rows.elsewhere(ids, task.scope())));
        foreseen.already().forEach((tenant, users) -> already.merge(tenant, users, Long::sum));
        for (UserId id : ids) {
            BulkOutcome outcome = foreseen.outcomes().getOrDefault(id, Done.DONE);
            if (outcome instanceof Refused no) {
                count(no);
            } else if (outcome == Done.UNCHANGED) {
                unchanged++;
            } else {
                sessions += open.getOrDefault(id, 0L);
            }
        }
    }

    private void count(Refused no) {
        refused.merge(no, 1L, Long::sum);
    }

    private List<Refusals> refusals() {
        return refused.entrySet().stream()
                .map(entry -> new Refusals(entry.getKey().code(), entry.getKey().reason(), entry.getValue()))
                .sorted(Comparator.comparing(Refusals::users).reversed())
                .toList();
    }
}
