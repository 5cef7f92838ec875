package dev.userdeck.internal.bulk;

import static dev.userdeck.audit.AuditActions.BULK_CANCELLED;
import static dev.userdeck.audit.AuditActions.BULK_PAUSED;
import static dev.userdeck.audit.AuditActions.BULK_RESUMED;
import static dev.userdeck.audit.AuditActions.BULK_STARTED;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_JOB;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobId;
import dev.userdeck.bulk.BulkJobQuery;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.bulk.BulkPart;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.BulkRefusalQuery;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.BulkSelection.Named;
import dev.userdeck.bulk.DryRunBulkJobResult;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.bulk.StartBulkJobResult;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.jooq.tables.records.UdBulkJobRecord;
import dev.userdeck.internal.operator.OperatorRights;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.user.edit.UserVetoes;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserCondition;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs over many users. */
public final class DefaultBulkJobs implements BulkJobs, AutoCloseable {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail audit;
    private final JobActions actions;
    private final JobUsers users;
    private final JooqJobUsers userRows;
    private final JooqJobs rows;
    private final JobRunner runner;
    private final Runnable wake;

    /**
     * Creates it.
     *
     * @param wake has {@link #run} called soon
     */
    public DefaultBulkJobs(
            JooqDatabase jooq,
            Clock clock,
            Ids ids,
            Database database,
            Users users,
            Sessions sessions,
            UserVetoes vetoes,
            AuditTrail audit,
            OperatorRights rights,
            Runnable wake) {
        this.jooq = jooq;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.actions = new JobActions(jooq, users, sessions, vetoes, clock);
        this.userRows = new JooqJobUsers(jooq, database);
        this.users = new JobUsers(users, userRows);
        this.rows = new JooqJobs(jooq, clock, ids.next());
        this.runner = new JobRunner(jooq, rows, actions, this.users, rights, audit, wake);
        this.wake = wake;
    }

    /** Adds what recipes offer. */
    public void add(List<RunningRecipe> recipes) {
        actions.add(recipes);
        users.add(recipes);
    }

    /** Goes on with what there is to do; a bounded part of it. */
    public void run() {
        runner.run();
    }

    /** Forgets jobs that are long over. */
    public int sweep(int batch) {
        return rows.sweep(batch);
    }

    @Override
    public void close() {
        runner.close();
    }

    @Override
    public Optional<Permission> permission(String action) {
        return actions.find(action).map(JobAction::permission);
    }

    @Override
    public StartBulkJobResult start(NewBulkJob job, Operator operator) {
        JobAction action = actions.find(job.action()).orElse(null);
        if (action == null) {
            return new StartBulkJobResult.Refused(List.of(noSuchAction()));
        }
        if (!mayDo(action, job, operator)) {
            return new StartBulkJobResult.NotAllowed();
        }
        var errors = new ArrayList<>(action.check().of(job.values(), operator));
        checkNumber(job.selection()).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            return new StartBulkJobResult.Refused(errors);
        }
        var task = new JobRequest(job.selection(), job.values(), operator.scope());
        CappedCount expected = users.count(task);
        UdBulkJobRecord row = new UdBulkJobRecord();
        row.setId(ids.next());
        row.setAction(job.action());
        row.setOperatorId(operator.id());
        row.setOperatorName(ColumnLimits.fitted(operator.name(), UD_BULK_JOB.OPERATOR_NAME));
        row.setOperatorKind(ConstantNames.of(operator.kind()));
        row.setExpected(expected.number());
        row.setIsExact(expected.isExact() ? 1 : 0);
        row.setCreatedAt(clock.millis());
        jooq.write(db -> {
            rows.insert(db, row, JobSerializer.write(task));
            audit.record(JobRunner.event(BULK_STARTED, row, operator.actor()));
            return row;
        });
        jooq.afterCommit(wake);
        return new StartBulkJobResult.Started(JooqJobs.toJob(row));
    }

    @Override
    public DryRunBulkJobResult dryRun(NewBulkJob job, Operator operator) {
        JobAction action = actions.find(job.action()).orElse(null);
        if (action == null) {
            return new DryRunBulkJobResult.Refused(List.of(noSuchAction()));
        }
        if (!mayDo(action, job, operator)) {
            return new DryRunBulkJobResult.NotAllowed();
        }
        var errors = new ArrayList<FieldError>();
        if (!job.values().isEmpty()) {
            errors.addAll(action.check().of(job.values(), operator));
        }
        checkNumber(job.selection()).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            return new DryRunBulkJobResult.Refused(errors);
        }
        var request = new JobRequest(job.selection(), job.values(), operator.scope());
        return new DryRunBulkJobResult.Seen(
                new JobDryRun(action, request, operator.actor(), userRows).run(users, clock.millis()));
    }

    private static FieldError noSuchAction() {
        return new FieldError("action", "action-unknown", "There is no such action.");
    }

    private static boolean mayDo(JobAction action, NewBulkJob job, Operator operator) {
        return operator.may(Permission.USERS_READ) && operator.may(action.permission()) && covers(job, operator);
    }

    private static Optional<FieldError> checkNumber(BulkSelection selection) {
        return selection instanceof Named named
                        && (named.users().isEmpty() || named.users().size() > BulkSelection.MOST_NAMED)
                ? Optional.of(new FieldError("users", "users-count", "Choose 1 to 1,000 users, or all that match."))
                : Optional.empty();
    }

    private static boolean covers(NewBulkJob job, Operator operator) {
        return operator.scope() == Scope.all()
                || (job.selection().scope() instanceof Scope.Only only
                        && operator.scope().coversAll(only.tenants()));
    }

    @Override
    public Optional<BulkJob> find(BulkJobId id, Operator operator) {
        return Optional.ofNullable(rows.find(id.value()))
                .filter(row -> sees(operator, row))
                .map(JooqJobs::toJob);
    }

    @Override
    public Optional<NewBulkJob> request(BulkJobId id, Operator operator) {
        return find(id, operator).map(job -> {
            JobRequest request = JobSerializer.read(rows.parts(id.value()));
            return new NewBulkJob(job.action(), request.selection(), request.values());
        });
    }

    @Override
    public UserCondition users(BulkJobId id, BulkPart part) {
        return userRows.of(id.value(), part);
    }

    private static boolean sees(Operator operator, UdBulkJobRecord row) {
        return operator.scope() == Scope.all() || operator.id().equals(row.getOperatorId());
    }

    @Override
    public Page<BulkJob> list(BulkJobQuery query) {
        Operator operator = query.operator();
        String whose = operator.scope() == Scope.all() ? null : operator.id();
        return rows.list(whose, query.size(), query.cursor());
    }

    @Override
    public Optional<BulkJob> pause(BulkJobId id, Operator operator) {
        return change(id, operator, EnumSet.of(BulkJobState.RUNNING), BulkJobState.PAUSED, BULK_PAUSED);
    }

    @Override
    public Optional<BulkJob> resume(BulkJobId id, Operator operator) {
        Optional<BulkJob> job =
                change(id, operator, EnumSet.of(BulkJobState.PAUSED), BulkJobState.RUNNING, BULK_RESUMED);
        jooq.afterCommit(wake);
        return job;
    }

    @Override
    public Optional<BulkJob> cancel(BulkJobId id, Operator operator) {
        return change(
                id,
                operator,
                EnumSet.of(BulkJobState.RUNNING, BulkJobState.PAUSED),
                BulkJobState.CANCELLED,
                BULK_CANCELLED);
    }

    /** Waits for the batch at hand, which holds the row. */
    private Optional<BulkJob> change(
            BulkJobId id, Operator operator, Set<BulkJobState> from, BulkJobState to, String event) {
        jooq.write(db -> {
            UdBulkJobRecord row = rows.lock(db, id.value());
            boolean changes = row != null && sees(operator, row) && from.contains(JooqJobs.state(row));
            if (row != null && changes) {
                rows.change(db, id.value(), to, "");
                audit.record(JobRunner.event(event, row, operator.actor()));
            }
            return changes;
        });
        return find(id, operator);
    }

    @Override
    public Page<BulkRefusal> refusals(BulkRefusalQuery query) {
        return find(query.job(), query.operator()).isPresent()
                ? rows.refusals(query.job().value(), query.size(), query.cursor())
                : Page.single(List.of());
    }
}
