package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one node migrate at a time. It lives in a transaction, so the database drops it when the connection ends, a killed
 * node leaves none behind, and a pooler that hands each transaction to another server keeps it where it is.
 */
abstract class MigrationLock implements AutoCloseable {
    static final Duration POLL = Duration.ofMillis(100);
    static final Duration PATIENCE = Duration.ofMinutes(5);

    final Connection connection;

    MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the lock, at most five minutes. The connection must not be used for anything else meanwhile. */
    final void acquire() throws SQLException {
        prepare();
        connection.setAutoCommit(false);
        try {
            await();
        } catch (SQLException | RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    private void await() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!tryOnce()) {
            connection.rollback();
            if (System.nanoTime() > deadline) {
                throw tooLong();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    static ConfigurationException tooLong() {
        return new ConfigurationException(
                "Another node has been migrating the schema for five minutes; look at its log, then start again");
    }

    private void abandon(Exception reason) {
        try {
            close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** What must be there before the first try, in auto-commit mode. */
    abstract void prepare() throws SQLException;

    /** Whether the open transaction has the lock now. */
    abstract boolean tryOnce() throws SQLException;

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
