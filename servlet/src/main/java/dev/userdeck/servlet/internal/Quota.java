package dev.userdeck.servlet.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How often something is done in a span of time, by key, and how often it was not. In the memory of this node. */
public final class Quota {
    /** Keys are few; this is against those who could make up more. */
    private static final int MAX_KEYS = 1_000;

    private final int most;
    private final long span;
    private final InstantSource clock;
    private final Map<String, Span> spans = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Span> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private static final class Span {
        private final long ends;
        private int done;
        private long left;

        private Span(long ends) {
            this.ends = ends;
        }
    }

    /**
     * Creates it.
     *
     * @param most how often it may be done in a span
     */
    public Quota(int most, Duration span, InstantSource clock) {
        this.most = most;
        this.span = span.toMillis();
        this.clock = clock;
    }

    /** Whether it may be done now: if so, how often it was not since it was done last; else empty. */
    public synchronized OptionalLong take(String key) {
        long now = clock.millis();
        Span current = spans.get(key);
        long left = 0;
        if (current == null || now >= current.ends) {
            left = current == null ? 0 : current.left;
            spans.remove(key);
            current = new Span(now + span);
            spans.put(key, current);
        }
        if (current.done == most) {
            current.left++;
            return OptionalLong.empty();
        }
        current.done++;
        return OptionalLong.of(left);
    }

    /** How long until the span is over that is on for this key; zero if none is. */
    public synchronized Duration untilNext(String key) {
        Span current = spans.get(key);
        return Duration.ofMillis(current == null ? 0 : Math.max(0, current.ends - clock.millis()));
    }
}
