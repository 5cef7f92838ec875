package dev.userdeck.internal.bulk;

import static dev.userdeck.internal.jooq.Tables.UD_BULK_JOB;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_PART;
import static dev.userdeck.internal.jooq.Tables.UD_BULK_REFUSAL;

import dev.userdeck.bulk.BulkJob;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.bulk.BulkRefusal;
import dev.userdeck.bulk.BulkState;
import dev.userdeck.internal.jooq.tables.records.UdBulkJobRecord;
import dev.userdeck.internal.paging.Cursors;
import dev.userdeck.internal.storage.Claims;
import dev.userdeck.internal.storage.Columns;
import dev.userdeck.internal.storage.Jooq;
import dev.userdeck.internal.storage.Sweep;
import dev.userdeck.paging.Count;
import dev.userdeck.paging.Paged;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Jobs as rows. Who moves a job holds its row first, so what two nodes would do at once is done once. */
final class JooqBulkRows {
    /** How long a job that is over is kept. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** How long a node that says nothing keeps a job from the others. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private static final int PARTS_A_STATEMENT = 200;
    private static final String RUNNING = word(BulkState.RUNNING);

    private final Jooq jooq;
    private final Clock clock;
    private final String node;

    JooqBulkRows(Jooq jooq, Clock clock, String node) {
        this.jooq = jooq;
        this.clock = clock;
        this.node = node;
    }

    void insert(DSLContext db, UdBulkJobRecord row, Map<String, List<String>> parts) {
        row.setState(RUNNING);
        row.setDone(0L);
        row.setAlready(0L);
        row.setRefused(0L);
        row.setPlace("");
        row.setWhy("");
        row.setEndedAt(0L);
        row.setHolder("");
        row.setHeldUntil(0L);
        row.setForgetAt(Long.MAX_VALUE);
        db.insertInto(UD_BULK_JOB).set(row).execute();
        var p = UD_BULK_PART;
        for (Map.Entry<String, List<String>> part : parts.entrySet()) {
            List<String> values = part.getValue();
            for (int from = 0; from < values.size(); from += PARTS_A_STATEMENT) {
                var insert = db.insertInto(p, p.JOB_ID, p.PART, p.PLACE, p.CONTENT);
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
        var p = UD_BULK_PART;
        return jooq.read(db -> db.select(p.PART, p.CONTENT)
                .from(p)
                .where(p.JOB_ID.eq(id))
                .orderBy(p.PART, p.PLACE)
                .fetchGroups(p.PART, p.CONTENT));
    }

    /** The newest first. */
    List<UdBulkJobRecord> recent(Condition whose, int most) {
        return jooq.read(db -> db.selectFrom(UD_BULK_JOB)
                .where(whose)
                .orderBy(UD_BULK_JOB.ID.desc())
                .limit(most)
                .fetch());
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
                        .set(UD_BULK_JOB.HOLDER, node)
                        .set(UD_BULK_JOB.HELD_UNTIL, now + HELD.toMillis())
                        .where(UD_BULK_JOB.ID.eq(id))
                        .and(UD_BULK_JOB.STATE.eq(RUNNING))
                        .and(isFree(now))
                        .execute()
                == 1);
    }

    private static Condition isFree(long now) {
        return Claims.isOver(UD_BULK_JOB.HELD_UNTIL, now, HELD);
    }

    /** Lets others have it. */
    void release(String id) {
        jooq.write(db -> db.update(UD_BULK_JOB)
                .set(UD_BULK_JOB.HELD_UNTIL, 0L)
                .where(UD_BULK_JOB.ID.eq(id))
                .and(UD_BULK_JOB.HOLDER.eq(node))
                .execute());
    }

    /** Locks the row, if the job still runs, here, and stands where it stood; null if not. */
    @Nullable
    UdBulkJobRecord hold(DSLContext db, String id, String place) {
        UdBulkJobRecord row = lock(db, id);
        return row != null
                        && row.getState().equals(RUNNING)
                        && row.getHolder().equals(node)
                        && row.getPlace().equals(place)
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
    void move(DSLContext db, UdBulkJobRecord row, long done, long already, List<BulkRefusal> refusals, String place) {
        long before = row.getRefused();
        var r = UD_BULK_REFUSAL;
        var insert = db.insertInto(r, r.JOB_ID, r.PLACE, r.USER_ID, r.CODE, r.WHY);
        long kept = Math.min(refusals.size(), Math.max(0, BulkJobs.REFUSALS_KEPT - before));
        for (int i = 0; i < kept; i++) {
            BulkRefusal refusal = refusals.get(i);
            insert = insert.values(
                    row.getId(),
                    before + i,
                    refusal.user().value(),
                    Columns.fitted(refusal.code(), r.CODE),
                    Columns.fitted(refusal.why(), r.WHY));
        }
        if (kept > 0) {
            insert.execute();
        }
        db.update(UD_BULK_JOB)
                .set(UD_BULK_JOB.DONE, row.getDone() + done)
                .set(UD_BULK_JOB.ALREADY, row.getAlready() + already)
                .set(UD_BULK_JOB.REFUSED, before + refusals.size())
                .set(UD_BULK_JOB.PLACE, place)
                .set(UD_BULK_JOB.HELD_UNTIL, clock.millis() + HELD.toMillis())
                .where(UD_BULK_JOB.ID.eq(row.getId()))
                .execute();
    }

    /** Changes how it stands, in the open transaction that holds the row. */
    void change(DSLContext db, String id, BulkState state, String why) {
        long now = clock.millis();
        db.update(UD_BULK_JOB)
                .set(UD_BULK_JOB.STATE, word(state))
                .set(UD_BULK_JOB.WHY, Columns.fitted(why, UD_BULK_JOB.WHY))
                .set(UD_BULK_JOB.ENDED_AT, state.isOver() ? now : 0L)
                .set(UD_BULK_JOB.FORGET_AT, state.isOver() ? now + KEPT.toMillis() : Long.MAX_VALUE)
                .where(UD_BULK_JOB.ID.eq(id))
                .execute();
    }

    Paged<BulkRefusal> refusals(String id, int size, @Nullable String cursor) {
        String fingerprint = "bulk-refusals/" + id;
        Cursors.Decoded from = cursor == null ? null : Cursors.decode(fingerprint, cursor, 1);
        boolean backwards = from != null && from.backwards();
        var r = UD_BULK_REFUSAL;
        Condition beyond =
                from == null ? r.PLACE.ge(0L) : backwards ? r.PLACE.lt(from.number(0)) : r.PLACE.gt(from.number(0));
        var rows = jooq.read(db -> db.selectFrom(r)
                .where(r.JOB_ID.eq(id))
                .and(beyond)
                .orderBy(backwards ? r.PLACE.desc() : r.PLACE.asc())
                .limit(size + 1)
                .fetch());
        var page = Cursors.page(fingerprint, from, size, rows, row ->
                new String[] {row.getPlace().toString()});
        return new Paged<>(
                page.items().stream()
                        .map(row -> new BulkRefusal(new UserId(row.getUserId()), row.getCode(), row.getWhy()))
                        .toList(),
                page.next(),
                page.previous());
    }

    int sweep(int batch) {
        return Sweep.ended(jooq, UD_BULK_JOB.ID, UD_BULK_JOB.FORGET_AT, clock.millis(), batch);
    }

    static BulkState state(UdBulkJobRecord row) {
        return BulkState.valueOf(row.getState().toUpperCase(Locale.ROOT));
    }

    static BulkJob toJob(UdBulkJobRecord row) {
        return new BulkJob(
                row.getId(),
                row.getAct(),
                row.getOperatorId(),
                row.getOperatorName(),
                state(row),
                new Count(row.getExpected(), row.getIsExact() == 1),
                row.getDone(),
                row.getAlready(),
                row.getRefused(),
                row.getWhy().isEmpty() ? null : row.getWhy(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                row.getEndedAt() == 0 ? null : Instant.ofEpochMilli(row.getEndedAt()));
    }

    private static String word(BulkState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
