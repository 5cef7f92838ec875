package dev.userdeck.internal.bulk;

import static dev.userdeck.audit.AuditActions.BULK_FINISHED;
import static dev.userdeck.audit.AuditActions.BULK_STOPPED;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.BulkOutcome.Done;
import dev.userdeck.dashboard.spi.BulkOutcome.Refused;
import dev.userdeck.error.BusyException;
import dev.userdeck.error.PartlyOutOfScopeException;
import dev.userdeck.error.StorageException;
import dev.userdeck.internal.bulk.JobUsers.Batch;
import dev.userdeck.internal.jooq.tables.records.UdBulkJobRecord;
import dev.userdeck.internal.operator.OperatorRights;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Operator;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with jobs, a bounded part of each at a time, so that other background work has its turn. */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int BATCHES_A_TURN = 4;

    private final JooqDatabase jooq;
    private final JooqJobs rows;
    private final JobActions actions;
    private final JobUsers users;
    private final OperatorRights rights;
    private final AuditTrail audit;
    private final Runnable again;
    private volatile boolean closed;

    JobRunner(
            JooqDatabase jooq,
            JooqJobs rows,
            JobActions actions,
            JobUsers users,
            OperatorRights rights,
            AuditTrail audit,
            Runnable again) {
        this.jooq = jooq;
        this.rows = rows;
        this.actions = actions;
        this.users = users;
        this.rights = rights;
        this.audit = audit;
        this.again = again;
    }

    /** A turn of each job that no other node is at. */
    void run() {
        boolean more = false;
        for (String id : rows.due()) {
            if (!closed && rows.take(id)) {
                try {
                    more |= turn(id);
                } finally {
                    rows.release(id);
                }
            }
        }
        if (more && !closed) {
            again.run();
        }
    }

    /** Ends after the batch at hand. */
    void close() {
        closed = true;
    }

    /** Whether there is more to do. */
    private boolean turn(String id) {
        for (int batch = 0; batch < BATCHES_A_TURN && !closed; batch++) {
            if (!batch(id)) {
                return false;
            }
        }
        return true;
    }

    private boolean batch(String id) {
        UdBulkJobRecord job = rows.find(id);
        if (job == null || JooqJobs.state(job) != BulkJobState.RUNNING) {
            return false;
        }
        JobRequest task = JobSerializer.read(rows.parts(id));
        JobAction action = actions.find(job.getAction()).orElse(null);
        if (action == null) {
            return stop(job, "What it does is not there any more: the app runs without its recipe.");
        }
        if (rights.lost(kind(job), job.getOperatorId(), action.permission(), task.scope())) {
            return stop(job, "%s may not do this any more.".formatted(job.getOperatorName()));
        }
        Batch batch;
        try {
            batch = users.next(task, job.getNextCursor(), job.getCreatedAt(), JobUsers.BATCH);
        } catch (JobUsers.FilterGoneException e) {
            return stop(job, e.getMessage() + " The app runs without its recipe.");
        } catch (InvalidCursorException e) {
            return stop(job, "Its filter means something else since the app was changed. Start it anew.");
        }
        return jooq.write(db -> done(db, job, task, action, batch));
    }

    /** All of it in one transaction: who is done twice would have been rolled back in between. */
    private boolean done(DSLContext db, UdBulkJobRecord read, JobRequest task, JobAction action, Batch batch) {
        UdBulkJobRecord row = rows.hold(db, read.getId(), read.getNextCursor());
        if (row == null) {
            return false; // paused, cancelled, or someone else's since it was read
        }
        var toDo = new BulkAction.Task(task.values(), task.scope(), actor(row).job(row.getId()));
        var refusals = new ArrayList<BulkRefusal>();
        var done = new ArrayList<UserId>();
        long already = 0;
        for (var entry : batch.users().entrySet()) {
            BulkOutcome outcome =
                    entry.getValue().map(user -> outcome(action, user, toDo)).orElse(JobActions.gone());
            if (outcome instanceof Refused refused) {
                refusals.add(new BulkRefusal(entry.getKey(), refused.code(), refused.reason()));
            } else if (outcome == Done.DONE) {
                done.add(entry.getKey());
            } else {
                already++;
            }
        }
        String next = batch.next();
        rows.move(db, row, done, already, refusals, next == null ? row.getNextCursor() : next);
        if (next == null) {
            rows.change(db, row.getId(), BulkJobState.FINISHED, "");
            audit.record(event(BULK_FINISHED, row, Actor.system()));
        }
        return next != null;
    }

    private BulkOutcome outcome(JobAction action, User user, BulkAction.Task task) {
        try {
            return jooq.write(db -> action.work().on(user, task));
        } catch (StorageException | BusyException e) {
            throw e; // the whole batch is tried again
        } catch (PartlyOutOfScopeException e) {
            return JobActions.elsewhere();
        } catch (RuntimeException e) {
            LOG.warn("A job could not do its action to user {}", user.id(), e);
            return new Refused("failed", "It went wrong; the log says why.");
        }
    }

    private boolean stop(UdBulkJobRecord read, String reason) {
        jooq.write(db -> {
            UdBulkJobRecord row = rows.hold(db, read.getId(), read.getNextCursor());
            if (row != null) {
                rows.change(db, row.getId(), BulkJobState.STOPPED, reason);
                audit.record(event(BULK_STOPPED, row, Actor.system()).change("reason", null, reason));
            }
            return row != null;
        });
        return false;
    }

    static NewAuditEvent event(String action, UdBulkJobRecord row, Actor actor) {
        return NewAuditEvent.of(action, actor).target(row.getId()).change("action", null, row.getAction());
    }

    private static Actor actor(UdBulkJobRecord row) {
        return kind(row).actor(row.getOperatorId(), row.getOperatorName());
    }

    private static Operator.Kind kind(UdBulkJobRecord row) {
        return ConstantNames.parse(Operator.Kind.class, row.getOperatorKind());
    }
}
