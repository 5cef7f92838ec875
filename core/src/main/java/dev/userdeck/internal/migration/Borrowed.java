package dev.userdeck.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection of the pool, in auto-commit mode while it is used here: many pools hand the next one a connection just as it
 * was given back, so it goes back as it came.
 */
final class Borrowed implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;

    Borrowed(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            this.autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                // what the pool's own test of the connection began; switching the mode would commit it
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            giveBack(connection, e);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    private static void giveBack(Connection connection, SQLException reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!autoCommit) {
                connection.setAutoCommit(false);
            }
        }
    }
}
