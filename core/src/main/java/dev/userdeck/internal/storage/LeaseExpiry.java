package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;
import java.time.Duration;

/** When work that a node took for itself is anybody's again: the node may have died, or a clock been wrong. */
public final class LeaseExpiry {
    /** By how much the clocks of two nodes may differ before one takes what the other is at. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private LeaseExpiry() {}

    /**
     * Whether the time is up, or so far ahead that no clock near this one can have set it: it was before the clock was put
     * back, and waiting for it would be waiting for ever.
     *
     * @param endsAt until when something is taken, in epoch milliseconds
     * @param longest for how long it is taken at most
     */
    public static Condition isOver(Field<Long> endsAt, long now, Duration longest) {
        return endsAt.le(now).or(endsAt.gt(now + longest.plus(SKEW).toMillis()));
    }
}
