package dev.userdeck.internal.data;

import static dev.userdeck.internal.jooq.Tables.UD_IMPORT_ARGUMENT;
import static dev.userdeck.internal.jooq.Tables.UD_IMPORT_JOB;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;

import dev.userdeck.data.ImportJobState;
import dev.userdeck.data.ImportNotes;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.internal.data.Checkpoints.Checkpoint;
import dev.userdeck.internal.jooq.tables.records.UdImportJobRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.LeaseExpiry;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.text.ConstantNames;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Import jobs as rows. Who moves a job holds its row first, so what two nodes would do at once is done once. */
final class JooqImportJobs {
    /** How long a job that is over is kept. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** How long a file is kept: a day, less what may pass until the sweep comes by. */
    private static final Duration FILE_KEPT = Duration.ofHours(23);
    /** How long a node that says nothing keeps a job from the others. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private static final List<String> AT_WORK =
            List.of(ConstantNames.of(ImportJobState.CHECKING), ConstantNames.of(ImportJobState.RUNNING));
    private static final List<String> OPEN = List.of(
            ConstantNames.of(ImportJobState.UPLOADING),
            ConstantNames.of(ImportJobState.CHECKING),
            ConstantNames.of(ImportJobState.CHECKED),
            ConstantNames.of(ImportJobState.RUNNING));

    private final JooqDatabase jooq;
    private final Clock clock;
    private final String node;
    private final JooqImportRefusals refusals;

    JooqImportJobs(JooqDatabase jooq, Clock clock, String node, JooqImportRefusals refusals) {
        this.jooq = jooq;
        this.clock = clock;
        this.node = node;
        this.refusals = refusals;
    }

    void insert(DSLContext db, UdImportJobRecord row, Map<String, List<String>> arguments) {
        long now = clock.millis();
        row.setState(ConstantNames.of(ImportJobState.UPLOADING));
        row.setBytesReceived(0L);
        row.setRowsExpected(-1L);
        row.setReason("");
        row.setCreatedAt(now);
        row.setEndedAt(0L);
        row.setLeaseHolder("");
        row.setLeaseExpiresAt(0L);
        row.setFilePurgeAt(now + FILE_KEPT.toMillis());
        row.setPurgeAt(Long.MAX_VALUE);
        clear(row);
        db.insertInto(UD_IMPORT_JOB).set(row).execute();
        insertArguments(db, row.getId(), arguments);
    }

    /** As before the first batch. */
    private static void clear(UdImportJobRecord row) {
        row.setBytesRead(0L);
        row.setRowsDone(0L);
        row.setUsersCreated(0L);
        row.setUsersUpdated(0L);
        row.setRowsUnchanged(0L);
        row.setRowsRefused(0L);
        row.setNotedSuspended(0L);
        row.setNotedActivated(0L);
        row.setKeptPasswordHash(0L);
        row.setKeptJoinedAt(0L);
        row.setKeptLastSeenAt(0L);
        row.setReasonsKept(0L);
        row.setDigest("");
        row.setFinished(0);
    }

    private static void insertArguments(DSLContext db, String id, Map<String, List<String>> arguments) {
        var a = UD_IMPORT_ARGUMENT;
        arguments.forEach((name, values) -> {
            for (int i = 0; i < values.size(); i++) {
                db.insertInto(a, a.JOB_ID, a.NAME, a.ORDINAL, a.CONTENT)
                        .values(id, name, i, values.get(i))
                        .execute();
            }
        });
    }

    void replaceArguments(DSLContext db, String id, Map<String, List<String>> arguments) {
        db.deleteFrom(UD_IMPORT_ARGUMENT)
                .where(UD_IMPORT_ARGUMENT.JOB_ID.eq(id))
                .execute();
        insertArguments(db, id, arguments);
    }

    @Nullable
    UdImportJobRecord find(String id) {
        return jooq.read(db ->
                db.selectFrom(UD_IMPORT_JOB).where(UD_IMPORT_JOB.ID.eq(id)).fetchOne());
    }

    /** What each was asked for, by id and name. */
    Map<String, Map<String, List<String>>> arguments(Collection<String> ids) {
        var a = UD_IMPORT_ARGUMENT;
        return jooq.read(db -> db
                .select(a.JOB_ID, a.NAME, a.CONTENT)
                .from(a)
                .where(a.JOB_ID.in(ids))
                .orderBy(a.JOB_ID, a.NAME, a.ORDINAL)
                .fetchGroups(a.JOB_ID)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().intoGroups(a.NAME, a.CONTENT))));
    }

    /** What one was asked for. */
    UserImport how(UdImportJobRecord row) {
        String id = row.getId();
        return ImportJobRequest.read(row, arguments(List.of(id)).getOrDefault(id, Map.of()));
    }

    /**
     * The newest first.
     *
     * @param operator whose jobs; null for everyone's
     */
    Page<UdImportJobRecord> list(@Nullable String operator, int size, @Nullable String cursor) {
        String fingerprint = operator == null ? "import-jobs" : "import-jobs/" + operator;
        Cursor from = Cursor.read(fingerprint, cursor, 1);
        boolean backwards = from.isBackwards();
        var j = UD_IMPORT_JOB;
        Condition whose = operator == null ? noCondition() : j.OPERATOR_ID.eq(operator);
        Condition beyond = !from.hasKey() ? noCondition() : backwards ? j.ID.gt(from.text(0)) : j.ID.lt(from.text(0));
        var rows = jooq.read(db -> db.selectFrom(j)
                .where(whose)
                .and(beyond)
                .orderBy(backwards ? j.ID.asc() : j.ID.desc())
                .limit(size + 1)
                .fetch());
        return from.page(rows, size, row -> List.of(row.getId()));
    }

    int countOpen(String operator) {
        return jooq.read(db -> db.fetchCount(
                UD_IMPORT_JOB, UD_IMPORT_JOB.OPERATOR_ID.eq(operator).and(UD_IMPORT_JOB.STATE.in(OPEN))));
    }

    /** Those at work that this node is at or that no node is at, the oldest first. */
    List<String> due() {
        return jooq.read(db -> db.select(UD_IMPORT_JOB.ID)
                .from(UD_IMPORT_JOB)
                .where(UD_IMPORT_JOB.STATE.in(AT_WORK))
                .and(isOursOrFree())
                .orderBy(UD_IMPORT_JOB.ID)
                .limit(100)
                .fetch(UD_IMPORT_JOB.ID));
    }

    /** Takes a job for this node, or keeps it, unless another one is at it. */
    boolean take(String id) {
        return jooq.write(db -> db.update(UD_IMPORT_JOB)
                        .set(UD_IMPORT_JOB.LEASE_HOLDER, node)
                        .set(UD_IMPORT_JOB.LEASE_EXPIRES_AT, clock.millis() + HELD.toMillis())
                        .where(UD_IMPORT_JOB.ID.eq(id))
                        .and(UD_IMPORT_JOB.STATE.in(AT_WORK))
                        .and(isOursOrFree())
                        .execute()
                == 1);
    }

    private Condition isOursOrFree() {
        return UD_IMPORT_JOB
                .LEASE_HOLDER
                .eq(node)
                .or(LeaseExpiry.isOver(UD_IMPORT_JOB.LEASE_EXPIRES_AT, clock.millis(), HELD));
    }

    /** Lets others have it. */
    void release(String id) {
        jooq.write(db -> db.update(UD_IMPORT_JOB)
                .set(UD_IMPORT_JOB.LEASE_HOLDER, "")
                .set(UD_IMPORT_JOB.LEASE_EXPIRES_AT, 0L)
                .where(UD_IMPORT_JOB.ID.eq(id))
                .and(UD_IMPORT_JOB.LEASE_HOLDER.eq(node))
                .execute());
    }

    /** Locks the row, if the job is in this state, here; null if not. */
    @Nullable
    UdImportJobRecord hold(DSLContext db, String id, ImportJobState state) {
        UdImportJobRecord row = lock(db, id);
        return row != null && state(row) == state && row.getLeaseHolder().equals(node) ? row : null;
    }

    @Nullable
    UdImportJobRecord lock(DSLContext db, String id) {
        return db.selectFrom(UD_IMPORT_JOB)
                .where(UD_IMPORT_JOB.ID.eq(id))
                .forUpdate()
                .fetchOne();
    }

    /** Writes how far it is, in the open transaction that holds the row. */
    void move(DSLContext db, UdImportJobRecord row, Checkpoint to, long bytesRead, List<RefusedRow> refused) {
        var j = UD_IMPORT_JOB;
        ImportProgress progress = to.progress();
        ImportNotes notes = progress.notes();
        long kept = refusals.add(db, row.getId(), row.getReasonsKept(), refused);
        db.update(j)
                .set(j.BYTES_READ, bytesRead)
                .set(j.ROWS_DONE, progress.rows())
                .set(j.USERS_CREATED, progress.created())
                .set(j.USERS_UPDATED, progress.updated())
                .set(j.ROWS_UNCHANGED, progress.unchanged())
                .set(j.ROWS_REFUSED, progress.refused())
                .set(j.NOTED_SUSPENDED, notes.suspended())
                .set(j.NOTED_ACTIVATED, notes.activated())
                .set(j.KEPT_PASSWORD_HASH, notes.passwordHashKept())
                .set(j.KEPT_JOINED_AT, notes.joinedAtKept())
                .set(j.KEPT_LAST_SEEN_AT, notes.lastSeenAtKept())
                .set(j.REASONS_KEPT, kept)
                .set(j.DIGEST, to.digest())
                .set(j.FINISHED, progress.finished() ? 1 : 0)
                .set(j.LEASE_EXPIRES_AT, clock.millis() + HELD.toMillis())
                .where(j.ID.eq(row.getId()))
                .execute();
    }

    /** Changes how it stands, in the open transaction that holds the row; in another state it is anybody's. */
    void change(DSLContext db, UdImportJobRecord row, ImportJobState state, String why) {
        long now = clock.millis();
        row.setState(ConstantNames.of(state));
        row.setReason(ColumnLimits.fitted(why, UD_IMPORT_JOB.REASON));
        row.setLeaseHolder("");
        row.setLeaseExpiresAt(0L);
        if (state.isOver()) {
            row.setEndedAt(now);
            row.setFilePurgeAt(now);
            row.setPurgeAt(now + KEPT.toMillis());
        }
        save(db, row);
    }

    /** Has it begin at the beginning, in the open transaction that holds the row. */
    void restart(DSLContext db, UdImportJobRecord row) {
        refusals.delete(db, row.getId());
        clear(row);
        save(db, row);
    }

    private static void save(DSLContext db, UdImportJobRecord row) {
        db.update(UD_IMPORT_JOB)
                .set(row)
                .where(UD_IMPORT_JOB.ID.eq(row.getId()))
                .execute();
    }

    void delete(String id) {
        jooq.write(db ->
                db.deleteFrom(UD_IMPORT_JOB).where(UD_IMPORT_JOB.ID.eq(id)).execute());
    }

    /** Those whose file is still there, and may be no longer, or whose operator may be gone. */
    List<UdImportJobRecord> withFile() {
        return jooq.read(db -> db.selectFrom(UD_IMPORT_JOB)
                .where(UD_IMPORT_JOB.FILE_PURGE_AT.lt(Long.MAX_VALUE))
                .orderBy(UD_IMPORT_JOB.FILE_PURGE_AT)
                .limit(1_000)
                .fetch());
    }

    /** Forgets jobs that are long over. */
    int sweep(int batch) {
        return ExpiredRows.ended(jooq, UD_IMPORT_JOB.ID, UD_IMPORT_JOB.PURGE_AT, clock.millis(), batch);
    }

    static ImportJobState state(UdImportJobRecord row) {
        return ConstantNames.parse(ImportJobState.class, row.getState());
    }

    static ImportProgress progress(UdImportJobRecord row) {
        return new ImportProgress(
                row.getRowsDone(),
                row.getUsersCreated(),
                row.getUsersUpdated(),
                row.getRowsUnchanged(),
                row.getRowsRefused(),
                row.getFinished() == 1,
                new ImportNotes(
                        row.getNotedSuspended(),
                        row.getNotedActivated(),
                        row.getKeptPasswordHash(),
                        row.getKeptJoinedAt(),
                        row.getKeptLastSeenAt()));
    }
}
