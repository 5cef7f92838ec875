package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import dev.userdeck.paging.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Imports that operators start and that go on without them. Safe for use by many threads.
 *
 * <p>The file is uploaded into the database, in as many parts as the client likes. When all of it is here it is checked in the
 * background: a whole dry run, whose report waits until the job is started, checked in another way, or discarded. A job that
 * is started reads the very same bytes, in batches of up to 500 users, each one transaction with how far the job has come. So
 * it survives a restart, goes on on any node, on one at a time, and does no row twice. Before each batch it looks whether the
 * operator may still import into these tenants, and stops if not.
 *
 * <p>Operators for all tenants see all jobs, others their own; only who created a job may upload, check and start it. The file
 * is deleted when the job is over or discarded, and a day after it was created at the latest; a job that has not been started
 * by then goes with it. The report is kept for 30 days after the end.
 *
 * <p>An app that has a file and wants no report kept calls {@link UserData#importUsers} instead.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ImportJobs {
    /** How many reasons of refused rows are kept of a job; further rows are counted alone. */
    int REFUSALS_KEPT = 10_000;

    /** How many jobs of an operator may wait or be at work at a time. */
    int MAX_OPEN = 10;

    /** Creates a job that waits for its file. Nothing is thrown for a refused value. */
    CreateImportJobResult create(NewImportJob job, Operator operator);

    /**
     * Takes a part of the file, some hundred kilobytes at a time, each committed as it comes: what was taken before a failure
     * stays. Once all is here, the job is checked.
     *
     * @param from how many bytes come before this part; where it is not what the job has {@linkplain ImportJob#received
     *     received}, nothing is read
     * @param part read to its end; not closed
     * @return the job with what it has received; empty if there is no such job of the operator's own
     * @throws IOException if {@code part} can't be read
     * @throws ImportRefusedException if the file would get longer than was said; what fits is taken
     */
    Optional<ImportJob> append(ImportJobId id, long from, InputStream part, Operator operator) throws IOException;

    /**
     * Checks the file of a job that is checked anew, in another way; of another one nothing changes.
     *
     * @return empty if there is no such job of the operator's own
     * @throws IllegalArgumentException if {@code how} has a name, is a dry run, or is for tenants that are not the operator's
     */
    Optional<ImportJob> check(ImportJobId id, UserImport how, Operator operator);

    /**
     * Starts a job that {@linkplain ImportJob#canStart can be}; of another one nothing changes.
     *
     * @return empty if there is no such job of the operator's own
     */
    Optional<ImportJob> start(ImportJobId id, Operator operator);

    /** Ends a job that runs; of another one nothing changes. Empty if the operator may not see it. */
    Optional<ImportJob> cancel(ImportJobId id, Operator operator);

    /**
     * Deletes a job that has not been started, and its file.
     *
     * @return whether it is gone; false if the operator may not see it, if it runs or is over
     */
    boolean discard(ImportJobId id, Operator operator);

    /** Finds a job, if the operator may see it. */
    Optional<ImportJob> find(ImportJobId id, Operator operator);

    /**
     * Lists the jobs that an operator may see, newest first.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<ImportJob> list(ImportJobQuery query);

    /**
     * Lists why rows were refused; until the job is started, why they would be.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<ImportRefusal> refusals(ImportRefusalQuery query);
}
