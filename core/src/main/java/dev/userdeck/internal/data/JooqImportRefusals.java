package dev.userdeck.internal.data;

import static dev.userdeck.internal.jooq.Tables.UD_IMPORT_REFUSAL;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;

import dev.userdeck.data.ImportJobs;
import dev.userdeck.data.ImportRefusal;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why rows of jobs were refused: the first of each job. */
final class JooqImportRefusals {
    private final JooqDatabase jooq;

    JooqImportRefusals(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    /**
     * Adds some, in the open transaction that holds the job's row.
     *
     * @param before how many there are
     * @return how many there are then
     */
    long add(DSLContext db, String job, long before, List<RefusedRow> rows) {
        var r = UD_IMPORT_REFUSAL;
        var insert = BatchInsert.into(r, r.JOB_ID, r.ORDINAL, r.FILE_ROW, r.FIELD, r.CODE, r.MESSAGE);
        long count = before;
        for (RefusedRow row : rows) {
            for (FieldError error : row.errors()) {
                if (count < ImportJobs.REFUSALS_KEPT) {
                    insert.add(
                            Bind.of(r.JOB_ID, job),
                            Bind.of(r.ORDINAL, count),
                            Bind.of(r.FILE_ROW, row.row()),
                            Bind.of(r.FIELD, ColumnLimits.fitted(error.field(), r.FIELD)),
                            Bind.of(r.CODE, ColumnLimits.fitted(error.code(), r.CODE)),
                            Bind.of(r.MESSAGE, ColumnLimits.fitted(error.message(), r.MESSAGE)));
                    count++;
                }
            }
        }
        insert.insert(db);
        return count;
    }

    void delete(DSLContext db, String job) {
        db.deleteFrom(UD_IMPORT_REFUSAL).where(UD_IMPORT_REFUSAL.JOB_ID.eq(job)).execute();
    }

    Page<ImportRefusal> list(String job, int size, @Nullable String cursor) {
        Cursor from = Cursor.read("import-refusals/" + job, cursor, 2);
        boolean backwards = from.isBackwards();
        var r = UD_IMPORT_REFUSAL;
        var rows = jooq.read(db -> db.selectFrom(r)
                .where(r.JOB_ID.eq(job))
                .and(beyond(from))
                .orderBy(
                        backwards ? r.FILE_ROW.desc() : r.FILE_ROW.asc(),
                        backwards ? r.ORDINAL.desc() : r.ORDINAL.asc())
                .limit(size + 1)
                .fetch());
        return from.page(
                        rows,
                        size,
                        row -> List.of(
                                row.getFileRow().toString(), row.getOrdinal().toString()))
                .map(row -> new ImportRefusal(row.getFileRow(), row.getField(), row.getCode(), row.getMessage()));
    }

    private static Condition beyond(Cursor from) {
        if (!from.hasKey()) {
            return noCondition();
        }
        var r = UD_IMPORT_REFUSAL;
        long fileRow = from.number(0);
        long ordinal = from.number(1);
        return from.isBackwards()
                ? r.FILE_ROW.lt(fileRow).or(r.FILE_ROW.eq(fileRow).and(r.ORDINAL.lt(ordinal)))
                : r.FILE_ROW.gt(fileRow).or(r.FILE_ROW.eq(fileRow).and(r.ORDINAL.gt(ordinal)));
    }
}
