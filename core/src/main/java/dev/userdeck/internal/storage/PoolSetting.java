package dev.userdeck.internal.storage;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.transaction.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Whether a pool hands out its connections with auto-commit on, and not somebody's transaction. */
final class PoolSetting {
    private static final long PATIENCE_SECONDS = 30;

    private PoolSetting() {}

    /**
     * Asks a connection; where auto-commit is off, another one on a thread of its own: transactions are bound to threads.
     *
     * @throws ConfigurationException inside of a transaction, which migrations would end
     */
    static boolean autoCommit(Surroundings surroundings) throws SQLException {
        DataSource pool = surroundings.dataSource();
        if (surroundings.transaction().isActive(pool)) {
            throw insideATransaction();
        }
        if (ofAConnection(pool)) {
            return true;
        }
        if (elsewhere(pool)) {
            throw insideATransaction();
        }
        return false;
    }

    private static boolean ofAConnection(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getAutoCommit();
        }
    }

    private static boolean elsewhere(DataSource pool) throws SQLException {
        var question = new FutureTask<>(() -> ofAConnection(pool));
        var thread = new Thread(question, "userdeck-start");
        thread.setDaemon(true);
        thread.start();
        try {
            return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new ConfigurationException(
                    "A connection came with auto-commit off, and another thread got none to tell whether all do", e);
        } catch (TimeoutException e) {
            throw new ConfigurationException(
                    "A connection came with auto-commit off, and another thread waited in vain for one to tell whether"
                            + " all do: if start() was called inside a transaction, call it outside",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted", e);
        }
    }

    private static ConfigurationException insideATransaction() {
        return new ConfigurationException(
                "start() was called inside a transaction, which it would commit as it migrates: call it outside");
    }
}
