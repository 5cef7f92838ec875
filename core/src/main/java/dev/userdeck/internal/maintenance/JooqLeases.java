package dev.userdeck.internal.maintenance;

import static dev.userdeck.internal.jooq.Tables.UD_LEASE;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.LeaseExpiry;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.time.Clock;
import java.time.Duration;

/** Who does a job, across nodes: one row a job, which whoever moves its end owns until then. */
public final class JooqLeases {
    private final JooqDatabase jooq;
    private final Clock clock;
    private final String holder;

    /**
     * Creates it.
     *
     * @param holder names this node in the table, for people who look there
     */
    public JooqLeases(JooqDatabase jooq, Clock clock, String holder) {
        this.jooq = jooq;
        this.clock = clock;
        this.holder = holder;
    }

    /** Takes a job for {@code time}, unless another node, or this one, took it less than that ago. */
    boolean take(String job, Duration time) {
        long now = clock.millis();
        long end = now + time.toMillis();
        int moved = jooq.write(db -> db.update(UD_LEASE)
                .set(UD_LEASE.HOLDER, holder)
                .set(UD_LEASE.EXPIRES_AT, end)
                .where(UD_LEASE.TASK.eq(job))
                .and(LeaseExpiry.isOver(UD_LEASE.EXPIRES_AT, now, time))
                .execute());
        return moved == 1 || insert(job, end);
    }

    private boolean insert(String job, long end) {
        boolean known = jooq.read(db -> db.fetchExists(UD_LEASE, UD_LEASE.TASK.eq(job)));
        if (known) {
            return false;
        }
        try {
            return jooq.write(db -> db.insertInto(UD_LEASE, UD_LEASE.TASK, UD_LEASE.HOLDER, UD_LEASE.EXPIRES_AT)
                            .values(job, holder, end)
                            .execute()
                    == 1);
        } catch (UniqueViolationException e) {
            return false;
        }
    }
}
