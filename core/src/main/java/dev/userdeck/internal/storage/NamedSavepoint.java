package dev.userdeck.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/** A point in an open transaction to go back to. */
sealed interface NamedSavepoint {

    /** In a transaction of ours. */
    static NamedSavepoint set(Connection connection) throws SQLException {
        return new ByDriver(connection, connection.setSavepoint());
    }

    /**
     * By the engine's own words: in a distributed transaction, drivers refuse the calls of JDBC, and engines don't mind.
     *
     * @param name of no other one that is set in the transaction
     */
    static NamedSavepoint set(Connection connection, String name) throws SQLException {
        var point = new BySql(connection, name);
        point.execute("savepoint ");
        return point;
    }

    /** Undoes what came after it. */
    void undo() throws SQLException;

    /** Forgets it. */
    void release() throws SQLException;

    record ByDriver(Connection connection, Savepoint savepoint) implements NamedSavepoint {
        @Override
        public void undo() throws SQLException {
            connection.rollback(savepoint);
        }

        @Override
        public void release() throws SQLException {
            connection.releaseSavepoint(savepoint);
        }
    }

    record BySql(Connection connection, String name) implements NamedSavepoint {
        @Override
        public void undo() throws SQLException {
            execute("rollback to savepoint ");
        }

        @Override
        public void release() throws SQLException {
            execute("release savepoint ");
        }

        private void execute(String what) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(what + name);
            }
        }
    }
}
