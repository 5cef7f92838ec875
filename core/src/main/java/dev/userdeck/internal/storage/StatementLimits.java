package dev.userdeck.internal.storage;

import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement may take before its driver has it cancelled, so that none holds a connection for ever: a short time in
 * a request, which somebody waits for, and a long one in exports, imports and background work.
 */
public final class StatementLimits {
    private static final Duration LONG_WORK = Duration.ofHours(1);

    private final int seconds;
    private final boolean areOfSession;
    private final boolean areRestored;

    @SuppressWarnings("ThreadLocalUsage") // two instances may meet on one thread, each with its own limits
    private final ThreadLocal<@Nullable Integer> longer = new ThreadLocal<>();

    /** Until closed, the work of this thread may take longer. */
    public interface LongWork extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Creates it.
     *
     * @param request the limit of a request; a part of a second counts as a whole one, as JDBC knows no less
     * @param isPoolShared whether others use the connections too, who must not find our limit on one
     */
    public StatementLimits(Duration request, Dialect dialect, boolean isPoolShared) {
        this.seconds = Math.toIntExact(request.plusNanos(999_999_999).toSeconds());
        this.areOfSession = dialect.hasTimeoutOfSession();
        this.areRestored = isPoolShared;
    }

    LongWork longWork() {
        Integer before = longer.get();
        longer.set(Math.toIntExact(LONG_WORK.toSeconds()));
        return () -> longer.set(before);
    }

    LimitedConnection over(Connection connection) {
        return new LimitedConnection(connection, this);
    }

    int seconds() {
        Integer ofThread = longer.get();
        return ofThread == null ? seconds : ofThread;
    }

    /** Whether what is set on a statement holds for its whole session, as H2 has it. */
    boolean areOfSession() {
        return areOfSession;
    }

    boolean areRestored() {
        return areRestored;
    }
}
