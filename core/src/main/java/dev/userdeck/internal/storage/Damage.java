package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an engine says when what it stored is broken, which no second try mends. */
public final class Damage {
    /**
     * A corrupted file, its header, a row of an index that isn't in the table, and the reverse; an error of its own, when it
     * stumbles over what it read; and a table of ours that isn't there, as it drops those whose part of the file it can't read.
     */
    private static final Set<Integer> H2 = Set.of(90030, 90048, 90112, 90143, 50000);

    private static final Set<Integer> H2_NO_TABLE = Set.of(42102, 42104);
    private static final String OURS = "\"UD_";

    private static final int H2_IO_ERROR = 90028;

    /** Data and index corrupted. */
    private static final Set<String> POSTGRESQL = Set.of("XX001", "XX002");

    /** Crashed or incorrect index and data files, a corrupt index or table, the file of a table missing. */
    private static final Set<Integer> MYSQL = Set.of(126, 127, 144, 145, 1034, 1194, 1195, 1712, 1812, 1877, 1932);

    /** Deeper than any that was seen: H2 makes causes that go round in a circle. */
    private static final int MAX_CAUSES = 50;

    private Damage() {}

    /** The exception for callers, if a failure or what caused it tells of damage. */
    public static Optional<StorageException> in(String action, Throwable failure) {
        return isSeenIn(failure) ? Optional.of(StorageException.damaged(action, failure)) : Optional.empty();
    }

    /** Whether a failure, or what caused it, tells of damage. An embedded engine that runs out of memory says no more than that. */
    static boolean isSeenIn(Throwable failure) {
        return !isOutOfMemory(failure)
                && causes(failure).anyMatch(cause -> cause instanceof SQLException told && isTold(told));
    }

    /** Whether an engine within the app ran out of the app's memory. */
    static boolean isOutOfMemory(Throwable failure) {
        return causes(failure).anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause == null ? null : cause.getCause())
                .limit(MAX_CAUSES)
                .takeWhile(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static boolean isTold(SQLException failure) {
        int code = failure.getErrorCode();
        return H2.contains(code)
                || (H2_NO_TABLE.contains(code)
                        && String.valueOf(failure.getMessage()).contains(OURS))
                || MYSQL.contains(code)
                || POSTGRESQL.contains(String.valueOf(failure.getSQLState()))
                || (code == H2_IO_ERROR && causes(failure).anyMatch(EOFException.class::isInstance));
    }
}
