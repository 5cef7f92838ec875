package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;

/** A transaction of ours on a borrowed connection, READ COMMITTED, and what the connection's settings were. */
final class OwnTransaction implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;

    private OwnTransaction(Connection connection, boolean autoCommit, int isolation) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    /**
     * Begins it.
     *
     * @param isReadCommitted whether each connection comes with this isolation: else it is asked
     */
    static OwnTransaction begin(Connection connection, boolean isReadCommitted) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = isReadCommitted ? Connection.TRANSACTION_READ_COMMITTED : connection.getTransactionIsolation();
        var transaction = new OwnTransaction(connection, autoCommit, isolation);
        try {
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (SqlFailure.lostARace(e) || Damage.isSeenIn(e)) {
                throw e;
            }
            // it may have happened: trying again could do it twice
            throw new StorageException("tell whether the commit happened", false, e);
        }
    }

    void rollback(Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Puts the settings back, after the end. */
    @Override
    public void close() {
        try {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            // a broken connection; the pool finds out when it is returned
            return;
        }
    }
}
