package dev.userdeck.internal.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids: UUIDs of version 7 (RFC 9562), so that the order of ids is the order of time.
 *
 * <p>Ids of one instance grow strictly, within a millisecond and when the clock is put back by up to a minute, too. Put back
 * further, it was wrong before: ids tell the right time from then on. Safe for use by many threads.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final long MOST_AHEAD = Duration.ofMinutes(1).toMillis() << COUNTER_BITS;
    private static final long MAX_MILLIS = (1L << 48) - 1;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Milliseconds and, below them, the twelve bits that count within one. */
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id, 36 characters. */
    public String next() {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(before -> before - now > MOST_AHEAD ? now : Math.max(before + 1, now));
        long high = (stamp >>> COUNTER_BITS) << 16 | 0x7000 | (stamp & 0xfff);
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low).toString();
    }

    /** What no id of {@code time} or later is below: by it, a span of time is a span of ids. */
    public static String lowestAt(Instant time) {
        return new UUID(millisFrom(time) << 16 | 0x7000, 1L << 63).toString();
    }

    /** When an id was made, as milliseconds since the epoch. */
    public static long millisOf(String id) {
        return UUID.fromString(id).getMostSignificantBits() >>> 16;
    }

    /** The first millisecond that is not before {@code time}, within what an id can hold. */
    public static long millisFrom(Instant time) {
        if (time.getEpochSecond() >= MAX_MILLIS / 1000) {
            return MAX_MILLIS;
        }
        if (time.isBefore(Instant.EPOCH)) {
            return 0;
        }
        return time.plusNanos(999_999).toEpochMilli();
    }
}
