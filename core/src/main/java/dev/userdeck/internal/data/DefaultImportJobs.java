package dev.userdeck.internal.data;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.data.CreateImportJobResult;
import dev.userdeck.data.ImportJob;
import dev.userdeck.data.ImportJobId;
import dev.userdeck.data.ImportJobQuery;
import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportRefusal;
import dev.userdeck.data.ImportRefusalQuery;
import dev.userdeck.data.NewImportJob;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.internal.operator.OperatorRights;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports that go on without their operator. */
public final class DefaultImportJobs implements ImportJobs, AutoCloseable {
    private final JooqDatabase jooq;
    private final AuditTrail audit;
    private final JooqImportRefusals refusals;
    private final JooqImportJobs rows;
    private final ImportFiles files;
    private final ImportUploads uploads;
    private final ImportJobSweep sweep;
    private final ImportJobRunner runner;
    private final Runnable wake;

    /**
     * Creates it.
     *
     * @param wake has {@link #run} called soon
     */
    public DefaultImportJobs(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            DefaultUserData data,
            AuditTrail audit,
            OperatorRights rights,
            Runnable wake) {
        this.jooq = jooq;
        this.audit = audit;
        this.refusals = new JooqImportRefusals(jooq);
        this.rows = new JooqImportJobs(jooq, clock, ids.next(), refusals);
        this.files = new ImportFiles(jooq);
        this.uploads = new ImportUploads(jooq, ids, rows, files, wake);
        this.sweep = new ImportJobSweep(jooq, clock, rows, files, rights, audit);
        this.runner = new ImportJobRunner(jooq, rows, files, data, rights, audit, wake);
        this.wake = wake;
    }

    /** Goes on with what there is to do; a bounded part of it. */
    public void run() {
        runner.run();
    }

    @Override
    public void close() {
        runner.close();
    }

    /** Deletes files whose time is over or whose operator may not import any more, and forgets jobs that are long over. */
    public int sweep(int batch) {
        sweep.files();
        return rows.sweep(batch);
    }

    @Override
    public CreateImportJobResult create(NewImportJob job, Operator operator) {
        return mayImport(job.how(), operator) ? uploads.create(job, operator) : new CreateImportJobResult.NotAllowed();
    }

    @Override
    public Optional<ImportJob> append(ImportJobId id, long from, InputStream part, Operator operator)
            throws IOException {
        UdImportJobRecord job = ownRow(rows.find(id.value()), operator);
        if (job == null) {
            return Optional.empty();
        }
        uploads.append(job, from, part);
        return find(id, operator);
    }

    private static boolean mayImport(UserImport how, Operator operator) {
        return operator.may(Permission.USERS_IMPORT)
                && (operator.scope() == Scope.all()
                        || (how.scope() instanceof Scope.Only only
                                && operator.scope().coversAll(only.tenants())));
    }

    @Override
    public Optional<ImportJob> check(ImportJobId id, UserImport how, Operator operator) {
        if (how.name() != null || how.dryRun() || !mayImport(how, operator)) {
            throw new IllegalArgumentException("A check takes no name and no dry run, and tenants of the operator's");
        }
        return changeOwn(id, operator, (db, row) -> {
            if (JooqImportJobs.state(row) == ImportJobState.CHECKED) {
                ImportJobRequest.write(how, row);
                rows.replaceArguments(db, row.getId(), ImportJobRequest.arguments(how));
                rows.change(db, row, ImportJobState.CHECKING, "");
                rows.restart(db, row);
            }
        });
    }

    @Override
    public Optional<ImportJob> start(ImportJobId id, Operator operator) {
        return changeOwn(id, operator, (db, row) -> {
            if (JooqImportJobs.state(row) == ImportJobState.CHECKED
                    && row.getReason().isEmpty()) {
                row.setRowsExpected(row.getRowsDone());
                rows.change(db, row, ImportJobState.RUNNING, "");
                rows.restart(db, row);
                audit.record(ImportJobEvents.started(row, operator.actor()));
            }
        });
    }

    /** Something that is done to a job whose row is held. */
    private interface Change {
        void to(DSLContext db, UdImportJobRecord row);
    }

    private Optional<ImportJob> changeOwn(ImportJobId id, Operator operator, Change change) {
        boolean isFound = jooq.write(db -> {
            UdImportJobRecord row = ownRow(rows.lock(db, id.value()), operator);
            if (row != null) {
                change.to(db, row);
            }
            return row != null;
        });
        jooq.afterCommit(wake);
        return isFound ? find(id, operator) : Optional.empty();
    }

    @Override
    public Optional<ImportJob> cancel(ImportJobId id, Operator operator) {
        boolean isOver = jooq.write(db -> {
            UdImportJobRecord row = rows.lock(db, id.value());
            boolean runs = row != null && sees(operator, row) && JooqImportJobs.state(row) == ImportJobState.RUNNING;
            if (row != null && runs) {
                rows.change(db, row, ImportJobState.CANCELLED, "");
                audit.record(ImportJobEvents.cancelled(row, operator.actor()));
            }
            return runs;
        });
        if (isOver) {
            files.delete(id.value());
        }
        return find(id, operator);
    }

    /** At first it is over, for whoever is at it: the file is more than should go in one transaction. */
    @Override
    public boolean discard(ImportJobId id, Operator operator) {
        boolean isOver = jooq.write(db -> {
            UdImportJobRecord row = rows.lock(db, id.value());
            boolean isDiscarded = row != null && sees(operator, row) && !isStarted(row);
            if (row != null && isDiscarded) {
                rows.change(db, row, ImportJobState.STOPPED, "It was discarded.");
            }
            return isDiscarded;
        });
        if (isOver) {
            files.delete(id.value());
            rows.delete(id.value());
        }
        return isOver;
    }

    private static boolean isStarted(UdImportJobRecord row) {
        ImportJobState state = JooqImportJobs.state(row);
        return state == ImportJobState.RUNNING || state.isOver();
    }

    @Override
    public Optional<ImportJob> find(ImportJobId id, Operator operator) {
        return Optional.ofNullable(rows.find(id.value()))
                .filter(row -> sees(operator, row))
                .map(row -> ImportJobRequest.job(row, rows.how(row)));
    }

    private static boolean sees(Operator operator, UdImportJobRecord row) {
        return operator.scope() == Scope.all() || operator.id().equals(row.getOperatorId());
    }

    private static @Nullable UdImportJobRecord ownRow(@Nullable UdImportJobRecord row, Operator operator) {
        return row != null && operator.id().equals(row.getOperatorId()) ? row : null;
    }

    @Override
    public Page<ImportJob> list(ImportJobQuery query) {
        Operator operator = query.operator();
        String whose = operator.scope() == Scope.all() ? null : operator.id();
        Page<UdImportJobRecord> page = rows.list(whose, query.size(), query.cursor());
        var arguments = rows.arguments(
                page.items().stream().map(UdImportJobRecord::getId).toList());
        return page.map(row ->
                ImportJobRequest.job(row, ImportJobRequest.read(row, arguments.getOrDefault(row.getId(), Map.of()))));
    }

    @Override
    public Page<ImportRefusal> refusals(ImportRefusalQuery query) {
        return find(query.job(), query.operator()).isPresent()
                ? refusals.list(query.job().value(), query.size(), query.cursor())
                : Page.single(List.of());
    }
}
