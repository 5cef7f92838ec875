package dev.userdeck.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows noon (UTC) on 1 March 2026. */
    public static TestClock create() {
        return startingAt(Instant.parse("2026-03-01T12:00:00Z"));
    }

    /** A clock that shows the given time. */
    public static TestClock startingAt(Instant start) {
        return new TestClock(new AtomicReference<>(requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    /** Moves the clock; a negative duration moves it back, as an operator's correction would. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, in another zone: moving one moves the other. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
