package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_SESSION;

import dev.userdeck.internal.jooq.tables.records.UdSessionRecord;
import java.time.Duration;
import org.jooq.Condition;

/** How long sessions live: so long without use, and so long in all. In milliseconds, as the table has it. */
final class SessionLimits {
    /** Last use is noted at most this often. */
    static final long NOTE_EVERY = Duration.ofMinutes(1).toMillis();

    private final long idle;
    private final long lifetime;

    SessionLimits(Duration idle, Duration lifetime) {
        this.idle = idle.toMillis();
        this.lifetime = lifetime.toMillis();
    }

    /** When a session ends that is used now and never again. */
    long expiry(long createdAt, long now) {
        return Math.min(now + idle, createdAt + lifetime);
    }

    /** By the limits of today: they may be shorter than when the row was written. */
    boolean isAlive(UdSessionRecord row, long now) {
        return now < row.getExpiresAt() && now < row.getLastUsedAt() + idle && now < row.getCreatedAt() + lifetime;
    }

    /** {@link #isAlive} in SQL. */
    Condition alive(long now) {
        var s = UD_SESSION;
        return s.EXPIRES_AT.gt(now).and(s.LAST_USED_AT.gt(now - idle)).and(s.CREATED_AT.gt(now - lifetime));
    }

    boolean isWorthNoting(long before, long now) {
        return now - before >= NOTE_EVERY;
    }
}
