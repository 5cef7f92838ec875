package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Page;
import dev.userdeck.user.UserCondition;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The jobs that do one action to many users. Safe for use by many threads.
 *
 * <p>A job goes through its users in the background, in small transactions: each holds what was done, its audit events,
 * and how far the job has come. So it survives a restart, goes on on any node, on one at a time, and does nothing twice.
 * Between two transactions it looks whether the operator may still do it, and stops if not.
 *
 * <p>Operators for all tenants see all jobs, others their own. A job is forgotten 30 days after it was over.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface BulkJobs {
    /** Of how many refusals of a job, and of how many users it was done to, is kept who it was; more are counted alone. */
    int USERS_KEPT = 10_000;

    /** How many users a dry run looks at. */
    int MOST_SEEN = 10_000;

    /** What {@code operator} needs for an action; empty when there is no such action. */
    Optional<Permission> permission(String action);

    /**
     * Starts a job, in the operator's scope.
     *
     * @return what happened; never throws for a refused value
     */
    StartBulkJobResult start(NewBulkJob job, Operator operator);

    /**
     * Tells what a job would come to, in the operator's scope, and writes nothing. It looks at users one by one, up to {@value
     * #MOST_SEEN} of them and for some seconds at most.
     *
     * @param job {@link NewBulkJob#values} may be empty when they aren't chosen yet; the reason of a suspension isn't looked at
     * @return what happened; never throws for a refused value
     */
    DryRunBulkJobResult dryRun(NewBulkJob job, Operator operator);

    /** Finds a job, if the operator may see it. */
    Optional<BulkJob> find(BulkJobId id, Operator operator);

    /** What a job was started for, if the operator may see it. */
    Optional<NewBulkJob> request(BulkJobId id, Operator operator);

    /**
     * Some of the users of a job, as a filter of the list of users; nobody if there is no such job. It asks nobody for rights:
     * look with {@link #find} first.
     */
    UserCondition users(BulkJobId id, BulkPart part);

    /**
     * Lists the jobs that an operator may see, newest first.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<BulkJob> list(BulkJobQuery query);

    /** Pauses a job that runs; of another one nothing changes. Empty if the operator may not see it. */
    Optional<BulkJob> pause(BulkJobId id, Operator operator);

    /** Goes on with a job that was paused; of another one nothing changes. Empty if the operator may not see it. */
    Optional<BulkJob> resume(BulkJobId id, Operator operator);

    /** Ends a job that isn't over; of another one nothing changes. Empty if the operator may not see it. */
    Optional<BulkJob> cancel(BulkJobId id, Operator operator);

    /**
     * Lists to whom it couldn't be done, in the order in which the job came to them; none if there is no such job for this
     * operator.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<BulkRefusal> refusals(BulkRefusalQuery query);
}
