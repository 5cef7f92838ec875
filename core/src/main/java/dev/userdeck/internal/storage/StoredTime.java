package dev.userdeck.internal.storage;

import java.time.Clock;
import java.time.Instant;

/** The time as columns hold it: to the millisecond, so that what was written is what is read again. */
public final class StoredTime {
    private StoredTime() {}

    /** What the clock says now. */
    public static Instant now(Clock clock) {
        return Instant.ofEpochMilli(clock.millis());
    }
}
