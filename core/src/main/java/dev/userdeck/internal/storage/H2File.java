package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an H2 database, which one transaction of ours at a time writes to.
 *
 * <p>H2 stores table after table while other connections change them. What a killed process leaves is a mixture of before and
 * after then: half a transaction, or an index that doesn't fit its table.
 */
final class H2File {
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final long PATIENCE_SECONDS = 30;

    /** Of all instances in this JVM, which are all that can have the file open. An entry is small and there are few files. */
    private static final Map<String, H2File> FILES = new ConcurrentHashMap<>();

    /** Fair, or a long job that writes batch after batch would keep everyone else out. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private H2File() {}

    /** The file that a connection leads to; none if the database is in memory. */
    static Optional<H2File> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String path = text(statement, "select database_path()");
            if (path == null) {
                return Optional.empty();
            }
            String delay = text(
                    statement,
                    "select max(setting_value) from information_schema.settings where setting_name = 'WRITE_DELAY'");
            if (delay != null && !delay.equals("0")) {
                LOG.warn(
                        "This H2 file is written {} ms after a commit: a killed process loses what was answered since,"
                                + " and the file may be damaged. Add ;WRITE_DELAY=0 to its URL.",
                        delay);
            }
            H2Leftovers.end(connection);
            return Optional.of(FILES.computeIfAbsent(path, key -> new H2File()));
        }
    }

    private static @Nullable String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * Waits for the turn.
     *
     * @throws StorageException if it doesn't come: someone who has it may wait for this thread
     */
    WriteLock turnToWrite() {
        try {
            if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return turn::unlock;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("wait for the turn to write, as the thread was interrupted", true, e);
        }
        throw new StorageException(
                "get the turn to write: others have had it for " + PATIENCE_SECONDS + " seconds", true, null);
    }
}
