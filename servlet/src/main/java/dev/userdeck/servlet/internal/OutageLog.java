package dev.userdeck.servlet.internal;

import dev.userdeck.error.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * What a database that can't answer writes to the log: a line for each request, and now and then the whole exception, as
 * each request's is the same. What doesn't pass by itself is written whole each time.
 */
public final class OutageLog {
    /** H2 makes causes that go round in a circle. */
    private static final int MAX_CAUSES = 50;

    private static final long WHOLE_EVERY = Duration.ofMinutes(10).toMillis();

    private final Logger log;
    private final InstantSource clock;
    private final AtomicLong nextWhole = new AtomicLong(Long.MIN_VALUE);

    /** Writes to this log. */
    public OutageLog(Logger log) {
        this(log, InstantSource.system());
    }

    OutageLog(Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes that something failed.
     *
     * @param doing what was asked for, without anything personal
     */
    public void failed(String doing, String trace, StorageException failure) {
        if (!failure.retryable() || isWholeDue()) {
            log.warn("{} failed for want of the database, trace {}", doing, trace, failure);
        } else {
            log.warn(
                    "{} failed for want of the database, trace {}: {} ({})",
                    doing,
                    trace,
                    failure.getMessage(),
                    cause(failure));
        }
    }

    /** Of several threads one writes it. */
    private boolean isWholeDue() {
        long now = clock.millis();
        long due = nextWhole.get();
        return now >= due && nextWhole.compareAndSet(due, now + WHOLE_EVERY);
    }

    /** By its type and state: its message may hold what nobody should find in a log. */
    private static String cause(StorageException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < MAX_CAUSES; depth++) {
            cause = cause.getCause();
        }
        String type = cause.getClass().getSimpleName();
        return cause instanceof SQLException sql && sql.getSQLState() != null ? type + " " + sql.getSQLState() : type;
    }
}
