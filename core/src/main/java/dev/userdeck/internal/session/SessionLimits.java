package dev.userdeck.internal.session;

import static dev.userdeck.internal.jooq.Tables.UD_SESSION;

import dev.userdeck.internal.jooq.tables.records.UdSessionRecord;
import dev.userdeck.internal.storage.SqlFragment;
import java.time.Duration;

/**
 * How long sessions live: so long without use, and so long in all; and how long their secrets. In milliseconds, as the
 * table has it.
 */
public final class SessionLimits {
    /** Last use is noted at most this often. */
    static final long NOTE_EVERY = Duration.ofMinutes(1).toMillis();

    /** How long a replaced secret is good after the new one was first seen, for calls under way. */
    private static final long GRACE = Duration.ofSeconds(60).toMillis();

    private final long idle;
    private final long lifetime;
    private final long rotation;

    /** Creates it. */
    public SessionLimits(Duration idle, Duration lifetime, Duration rotation) {
        this.idle = idle.toMillis();
        this.lifetime = lifetime.toMillis();
        this.rotation = rotation.toMillis();
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
    SqlFragment alive(long now) {
        var s = UD_SESSION;
        return SqlFragment.of(
                "alive",
                () -> s.EXPIRES_AT.gt(now).and(s.LAST_USED_AT.gt(now - idle)).and(s.CREATED_AT.gt(now - lifetime)),
                now,
                now - idle,
                now - lifetime);
    }

    boolean isWorthNoting(long before, long now) {
        return now - before >= NOTE_EVERY;
    }

    /** Whether the secret before the current one is good: a client may not have got the new one, or use it just now. */
    boolean isPreviousGood(UdSessionRecord row, long now) {
        Long seenAt = row.getCurrentUsedAt();
        return seenAt == null || now < seenAt + GRACE;
    }

    /**
     * Whether it is time for a new secret, by a call with a good one. While the one before is good too, there is none:
     * it would be forgotten. Only if the current one was never seen in all that time, its answer was lost: then it is
     * replaced, and the one before stays good.
     */
    boolean isRotationDue(UdSessionRecord row, SessionSecret secret, long now) {
        Long rotatedAt = row.getRotatedAt();
        if (rotatedAt == null) {
            return now - row.getCreatedAt() >= rotation;
        }
        boolean isOld = now - rotatedAt >= rotation;
        return switch (secret) {
            case CURRENT -> isOld && !isPreviousGood(row, now);
            case PREVIOUS -> isOld && row.getCurrentUsedAt() == null;
            case REPLACED, UNKNOWN -> false;
        };
    }
}
