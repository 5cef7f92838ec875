package dev.userdeck.internal.statistics;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.libs.org.jooq.impl.DSL.field;
import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectCount;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static dev.userdeck.libs.org.jooq.impl.DSL.unquotedName;

import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Record1;
import dev.userdeck.libs.org.jooq.SelectConditionStep;
import dev.userdeck.libs.org.jooq.Table;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.statistics.UserCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Since when somebody must have been here to be active; all but {@code today} begin at a whole minute.
 *
 * @param today midnight UTC, in milliseconds
 */
record ActiveWindows(long today, Instant day, Instant week, Instant month) {
    static final long DAY = Duration.ofDays(1).toMillis();
    private static final Field<Long> SEEN = field(unquotedName("seen_ms"), Long.class);

    /** How many there are; each number is one above the bound when it is beyond it. */
    record Counted(long users, long today, long inDay, long inWeek, long inMonth) {
        boolean isAll(int most) {
            return users <= most && inMonth <= most;
        }

        UserCounts counts(Instant at) {
            return new UserCounts(at, users, today, inDay, inWeek, inMonth);
        }
    }

    static ActiveWindows before(Instant now) {
        long millis = now.toEpochMilli();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new ActiveWindows(
                millis - millis % DAY,
                minute.minus(Duration.ofDays(1)),
                minute.minus(Duration.ofDays(7)),
                minute.minus(Duration.ofDays(30)));
    }

    /** Counts up to one more than {@code most}, the latest first. */
    Counted count(DSLContext db, int most) {
        var users = selectOne().from(UD_USER).limit(most + 1).asTable(unquotedName("users"));
        var seen = seen().orderBy(UD_USER.LAST_SEEN_AT.desc()).limit(most + 1).asTable(unquotedName("seen"));
        return fetch(db, field(selectCount().from(users)), seen);
    }

    /** Counts all; all users by a statement of its own, as no index makes it cheaper. */
    Counted countAll(DSLContext db) {
        int users = db.fetchCount(UD_USER);
        Counted active = fetch(db, inline(0), seen().asTable(unquotedName("seen")));
        return new Counted(users, active.today(), active.inDay(), active.inWeek(), active.inMonth());
    }

    private SelectConditionStep<Record1<Long>> seen() {
        return select(UD_USER.LAST_SEEN_AT.as(SEEN))
                .from(UD_USER)
                .where(UD_USER.LAST_SEEN_AT.ge(month.toEpochMilli()))
                .and(UD_USER.LAST_SEEN_IMPORTED.eq(inline(0L)));
    }

    private Counted fetch(DSLContext db, Field<Integer> users, Table<?> seen) {
        var row = db.select(
                        users,
                        DSL.count().filterWhere(SEEN.ge(today)),
                        DSL.count().filterWhere(SEEN.ge(day.toEpochMilli())),
                        DSL.count().filterWhere(SEEN.ge(week.toEpochMilli())),
                        DSL.count())
                .from(seen)
                .fetchSingle();
        return new Counted(row.value1(), row.value2(), row.value3(), row.value4(), row.value5());
    }
}
