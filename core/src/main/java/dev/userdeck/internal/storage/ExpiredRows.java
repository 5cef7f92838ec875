package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Record;
import dev.userdeck.libs.org.jooq.TableField;
import java.util.List;

/** Removes rows whose time is over, in small transactions, so that nobody waits for a large one. */
public final class ExpiredRows {
    private ExpiredRows() {}

    /**
     * Removes all rows that ended at {@code now} or before.
     *
     * @param key names a row
     * @param endsAt when a row ends; needs an index
     * @param batch how many rows a transaction removes at most
     * @return how many rows went
     */
    public static <R extends Record> int ended(
            JooqDatabase jooq, TableField<R, String> key, TableField<R, Long> endsAt, long now, int batch) {
        int swept = 0;
        int last;
        do {
            last = once(jooq, key, endsAt, now, batch);
            swept += last;
        } while (last == batch);
        return swept;
    }

    /** Reads the keys first: a delete with a limit is not for every engine. */
    private static <R extends Record> int once(
            JooqDatabase jooq, TableField<R, String> key, TableField<R, Long> endsAt, long now, int batch) {
        List<String> keys = jooq.read(db -> db.select(key)
                .from(key.getTable())
                .where(endsAt.le(now))
                .orderBy(endsAt)
                .limit(batch)
                .fetch(key));
        if (keys.isEmpty()) {
            return 0;
        }
        return jooq.write(db -> db.deleteFrom(key.getTable())
                .where(key.in(keys))
                .and(endsAt.le(now))
                .execute());
    }
}
