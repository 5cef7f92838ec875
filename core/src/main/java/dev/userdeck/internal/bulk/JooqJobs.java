package dev.userdeck.internal.bulk;

import static dev.userdeck.internal.jooq.Tables.UD_BULK_ARGUMENT;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_DONE;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_JOB;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_REFUSAL;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;

import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobId;
import dev.userdeck.bulk.BulkJobState;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.NewBulkJob;
import dev.userdeck.internal.jooq.tables.records.UdBulkJobRecord;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.ExpiredRows;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.LeaseExpiry;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.CappedCount;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jobs as rows. Who moves a job holds its row first, so what two nodes would do at once is done once. */
final class JooqJobs {
    /** How long a job that is over is kept. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** How long a node that says nothing keeps a job from the others. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private static final int PARTS_A_STATEMENT = 200;
    private static final String RUNNING = ConstantNames.of(BulkJobState.RUNNING);

    private final JooqDatabase jooq;
    private final Clock clock;
    private final String node;

    JooqJobs(JooqDatabase jooq, Clock clock, String node) {
        this.jooq = jooq;
        this.clock = clock;
        this.node = node;
    }

    void insert(DSLContext db, UdBulkJobRecord row, Map<String, List<String>> parts) {
        row.setState(RUNNING);
        row.setDone(0L);
        row.setUnchanged(0L);
        row.setRefused(0L);
        row.setNextCursor("");
        row.setReason("");
        row.setEndedAt(0L);
        row.setLeaseHolder("");
        row.setLeaseExpiresAt(0L);
        row.setPurgeAt(Long.MAX_VALUE);
        db.insertInto(UD_BULK_JOB).set(row).execute();
        var p = UD_BULK_ARGUMENT;
        for (Map.Entry<String, List<String>> part : parts.entrySet()) {
            List<String> values = part.getValue();
            for (int from = 0; from < values.size(); from += PARTS_A_STATEMENT) {
                var insert = db.insertInto(p, p.JOB_ID, p.NAME, p.ORDINAL, p.CONTENT);
                for (int i = from; i < Math.min(values.size(), from + PARTS_A_STATEMENT); i++) {
                    insert = insert.values(row.getId(), part.getKey(), i, values.get(i));
                }
                insert.execute();
            }
        }
    }

    @Nullable
    UdBulkJobRecord find(String id) {
        return jooq.read(
                db -> db.selectFrom(UD_BULK_JOB).where(UD_BULK_JOB.ID.eq(id)).fetchOne());
    }

    Map<String, List<String>> parts(String id) {
        var p = UD_BULK_ARGUMENT;
        return jooq.read(db -> db.select(p.NAME, p.CONTENT)
                .from(p)
                .where(p.JOB_ID.eq(id))
                .orderBy(p.NAME, p.ORDINAL)
                .fetchGroups(p.NAME, p.CONTENT));
    }

    /**
     * The newest first.
     *
     * @param operator whose jobs; null for everyone's
     */
    Page<BulkJob> list(@Nullable String operator, int size, @Nullable String cursor) {
        String fingerprint = operator == null ? "bulk-jobs" : "bulk-jobs/" + operator;
        Cursor from = Cursor.read(fingerprint, cursor, 1);
        boolean backwards = from.isBackwards();
        var j = UD_BULK_JOB;
        Condition whose = operator == null ? noCondition() : j.OPERATOR_ID.eq(operator);
        Condition beyond = !from.hasKey() ? noCondition() : backwards ? j.ID.gt(from.text(0)) : j.ID.lt(from.text(0));
        var rows = jooq.read(db -> db.selectFrom(j)
                .where(whose)
                .and(beyond)
                .orderBy(backwards ? j.ID.asc() : j.ID.desc())
                .limit(size + 1)
                .fetch());
        return from.page(rows, size, row -> List.of(row.getId())).map(JooqJobs::toJob);
    }

    /** Those that run and that no node is at, the oldest first. */
    List<String> due() {
        return jooq.read(db -> db.select(UD_BULK_JOB.ID)
                .from(UD_BULK_JOB)
                .where(UD_BULK_JOB.STATE.eq(RUNNING))
                .and(isFree(clock.millis()))
                .orderBy(UD_BULK_JOB.ID)
                .limit(100)
                .fetch(UD_BULK_JOB.ID));
    }

    /** Takes a job that runs for this node, unless another one is at it. */
    boolean take(String id) {
        long now = clock.millis();
        return jooq.write(db -> db.update(UD_BULK_JOB)
                        .set(UD_BULK_JOB.LEASE_HOLDER, node)
                        .set(UD_BULK_JOB.LEASE_EXPIRES_AT, now + HELD.toMillis())
                        .where(UD_BULK_JOB.ID.eq(id))
                        .and(UD_BULK_JOB.STATE.eq(RUNNING))
                        .and(isFree(now))
                        .execute()
                == 1);
    }

    private static Condition isFree(long now) {
        return LeaseExpiry.isOver(UD_BULK_JOB.LEASE_EXPIRES_AT, now, HELD);
    }

    /** Lets others have it. */
    void release(String id) {
        jooq.write(db -> db.update(UD_BULK_JOB)
                .set(UD_BULK_JOB.LEASE_EXPIRES_AT, 0L)
                .where(UD_BULK_JOB.ID.eq(id))
                .and(UD_BULK_JOB.LEASE_HOLDER.eq(node))
                .execute());
    }

    /** Locks the row, if the job still runs, here, and stands where it stood; null if not. */
    @Nullable
    UdBulkJobRecord hold(DSLContext db, String id, String cursor) {
        UdBulkJobRecord row = lock(db, id);
        return row != null
                        && row.getState().equals(RUNNING)
                        && row.getLeaseHolder().equals(node)
                        && row.getNextCursor().equals(cursor)
                ? row
                : null;
    }

    @Nullable
    UdBulkJobRecord lock(DSLContext db, String id) {
        return db.selectFrom(UD_BULK_JOB)
                .where(UD_BULK_JOB.ID.eq(id))
                .forUpdate()
                .fetchOne();
    }

    /** Writes what was done, in the open transaction that holds the row. */
    void move(
            DSLContext db,
            UdBulkJobRecord row,
            List<UserId> done,
            long already,
            List<BulkRefusal> refusals,
            String cursor) {
        insertDone(db, row, done);
        long before = row.getRefused();
        var r = UD_BULK_REFUSAL;
        var insert = db.insertInto(r, r.JOB_ID, r.ORDINAL, r.USER_ID, r.CODE, r.REASON);
        long kept = Math.min(refusals.size(), Math.max(0, BulkJobs.USERS_KEPT - before));
        for (int i = 0; i < kept; i++) {
            BulkRefusal refusal = refusals.get(i);
            insert = insert.values(
                    row.getId(),
                    before + i,
                    refusal.user().value(),
                    ColumnLimits.fitted(refusal.code(), r.CODE),
                    ColumnLimits.fitted(refusal.reason(), r.REASON));
        }
        if (kept > 0) {
            insert.execute();
        }
        db.update(UD_BULK_JOB)
                .set(UD_BULK_JOB.DONE, row.getDone() + done.size())
                .set(UD_BULK_JOB.UNCHANGED, row.getUnchanged() + already)
                .set(UD_BULK_JOB.REFUSED, before + refusals.size())
                .set(UD_BULK_JOB.NEXT_CURSOR, cursor)
                .set(UD_BULK_JOB.LEASE_EXPIRES_AT, clock.millis() + HELD.toMillis())
                .where(UD_BULK_JOB.ID.eq(row.getId()))
                .execute();
    }

    /** Of a deletion nothing: it would be ids of nobody. */
    private static void insertDone(DSLContext db, UdBulkJobRecord row, List<UserId> done) {
        long kept = Math.min(done.size(), Math.max(0, BulkJobs.USERS_KEPT - row.getDone()));
        if (kept == 0 || row.getAction().equals(NewBulkJob.DELETE)) {
            return;
        }
        var d = UD_BULK_DONE;
        var insert = db.insertInto(d, d.JOB_ID, d.USER_ID);
        for (UserId user : done.subList(0, (int) kept)) {
            insert = insert.values(row.getId(), user.value());
        }
        insert.execute();
    }

    /** Changes how it stands, in the open transaction that holds the row. */
    void change(DSLContext db, String id, BulkJobState state, String why) {
        long now = clock.millis();
        db.update(UD_BULK_JOB)
                .set(UD_BULK_JOB.STATE, ConstantNames.of(state))
                .set(UD_BULK_JOB.REASON, ColumnLimits.fitted(why, UD_BULK_JOB.REASON))
                .set(UD_BULK_JOB.ENDED_AT, state.isOver() ? now : 0L)
                .set(UD_BULK_JOB.PURGE_AT, state.isOver() ? now + KEPT.toMillis() : Long.MAX_VALUE)
                .where(UD_BULK_JOB.ID.eq(id))
                .execute();
    }

    Page<BulkRefusal> refusals(String id, int size, @Nullable String cursor) {
        Cursor from = Cursor.read("bulk-refusals/" + id, cursor, 1);
        boolean backwards = from.isBackwards();
        var r = UD_BULK_REFUSAL;
        Condition beyond = !from.hasKey()
                ? r.ORDINAL.ge(0L)
                : backwards ? r.ORDINAL.lt(from.number(0)) : r.ORDINAL.gt(from.number(0));
        var rows = jooq.read(db -> db.selectFrom(r)
                .where(r.JOB_ID.eq(id))
                .and(beyond)
                .orderBy(backwards ? r.ORDINAL.desc() : r.ORDINAL.asc())
                .limit(size + 1)
                .fetch());
        return from.page(rows, size, row -> List.of(row.getOrdinal().toString()))
                .map(row -> new BulkRefusal(new UserId(row.getUserId()), row.getCode(), row.getReason()));
    }

    int sweep(int batch) {
        return ExpiredRows.ended(jooq, UD_BULK_JOB.ID, UD_BULK_JOB.PURGE_AT, clock.millis(), batch);
    }

    static BulkJobState state(UdBulkJobRecord row) {
        return ConstantNames.parse(BulkJobState.class, row.getState());
    }

    static BulkJob toJob(UdBulkJobRecord row) {
        return new BulkJob(
                new BulkJobId(row.getId()),
                row.getAction(),
                row.getOperatorId(),
                row.getOperatorName(),
                state(row),
                new CappedCount(row.getExpected(), row.getIsExact() == 1),
                row.getDone(),
                row.getUnchanged(),
                row.getRefused(),
                row.getReason().isEmpty() ? null : row.getReason(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                row.getEndedAt() == 0 ? null : Instant.ofEpochMilli(row.getEndedAt()));
    }
}
