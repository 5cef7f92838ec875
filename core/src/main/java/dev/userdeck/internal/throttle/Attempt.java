package dev.userdeck.internal.throttle;

import java.time.Duration;
import java.util.List;

/** A try that may be made, or must wait. */
public final class Attempt {
    private final List<Counter> counters;
    private final long at;
    private final Duration wait;

    private Attempt(List<Counter> counters, long at, Duration wait) {
        this.counters = counters;
        this.at = at;
        this.wait = wait;
    }

    static Attempt counted(List<Counter> counters, long at) {
        return new Attempt(counters, at, Duration.ZERO);
    }

    static Attempt in(Duration wait) {
        return new Attempt(List.of(), 0, wait);
    }

    /** Whether nothing may be tried yet. */
    public boolean mustWait() {
        return !wait.isZero();
    }

    /** How long until the next try may be made. */
    public Duration retryAfter() {
        return wait;
    }

    /** What it was counted by; nothing if it must wait. */
    List<Counter> counters() {
        return counters;
    }

    /** When it was counted, in milliseconds. */
    long at() {
        return at;
    }
}
