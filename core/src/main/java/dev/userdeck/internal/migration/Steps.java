package dev.userdeck.internal.migration;

import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs the statements of scripts, each with its row of history. */
final class Steps {
    private static final int LOOKS = 20;

    private final Connection connection;
    private final Dialect dialect;
    private final @Nullable String schema;
    private final History history;
    /** What this node began: whatever else is unfinished may be another node's. */
    private final Set<History.Key> begun = new HashSet<>();

    /** Another node, which our lock does not keep out, is at the same statement: look at the history again. */
    static final class OvertakenException extends Exception {
        private static final long serialVersionUID = 1L;

        OvertakenException(SQLException cause) {
            super(cause);
        }
    }

    Steps(Connection connection, Dialect dialect, @Nullable String schema, History history) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = schema;
        this.history = history;
    }

    boolean hasBegun(History.Key key) {
        return begun.contains(key);
    }

    /**
     * Runs one statement.
     *
     * @param interrupted whether it was begun before, so that it may turn out to be done
     */
    void run(SqlScript script, int index, boolean interrupted) throws SQLException, OvertakenException {
        if (dialect.hasTransactionalDdl() && !runsAlone(script.statements().get(index))) {
            inTransaction(script, index);
        } else if (schema == null) {
            stepByStep(script, index, interrupted);
        } else {
            inSchema(schema, script, index, interrupted);
        }
    }

    private void inSchema(String name, SqlScript script, int index, boolean interrupted)
            throws SQLException, OvertakenException {
        String before = dialect.useSchema(connection, name);
        try {
            stepByStep(script, index, interrupted);
        } catch (SQLException | OvertakenException e) {
            restoreSchema(before, e);
            throw e;
        }
        dialect.restoreSchema(connection, before);
    }

    private void restoreSchema(String before, Exception reason) {
        try {
            dialect.restoreSchema(connection, before);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static boolean runsAlone(String statement) {
        return statement.toLowerCase(Locale.ROOT).contains(" concurrently ");
    }

    /** Which schema names mean is set for the transaction alone: the next one may run on another server's connection. */
    private void inTransaction(SqlScript script, int index) throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (schema != null) {
                dialect.useSchemaInTransaction(connection, schema);
            }
            execute(script, index);
            history.begin(script, index);
            history.finish(script, index);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void stepByStep(SqlScript script, int index, boolean interrupted) throws SQLException, OvertakenException {
        try {
            if (!interrupted) {
                begin(script, index);
            }
            executeOnce(script, index, interrupted);
            history.finish(script, index);
        } catch (SQLException e) {
            if (SqlFailure.lostARace(e)) {
                throw new OvertakenException(e);
            }
            throw e;
        }
    }

    private void begin(SqlScript script, int index) throws SQLException, OvertakenException {
        try {
            history.begin(script, index);
        } catch (SQLException e) {
            if (SqlFailure.isUnique(e)) {
                throw new OvertakenException(e);
            }
            throw e;
        }
        begun.add(History.key(script, index));
    }

    private void executeOnce(SqlScript script, int index, boolean interrupted) throws SQLException {
        try {
            execute(script, index);
        } catch (SQLException e) {
            if (dialect.isAlreadyDone(e) && (interrupted || isFinishedByAnother(script, index))) {
                return;
            }
            if (!interrupted && !SqlFailure.lostARace(e)) {
                forget(script, index, e);
            }
            throw e;
        }
    }

    /** A node that found our row took us for dead, and did the statement before we came to it. */
    private boolean isFinishedByAnother(SqlScript script, int index) throws SQLException {
        for (int look = 0; look < LOOKS; look++) {
            History.Entry entry = history.read().get(History.key(script, index));
            if (entry != null && entry.done()) {
                return true;
            }
            LockSupport.parkNanos(MigrationLock.POLL.toNanos());
        }
        return false;
    }

    /** It did nothing, so the next start must not take what stood in its way for its own work. */
    private void forget(SqlScript script, int index, SQLException reason) {
        try {
            history.forget(script, index);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void execute(SqlScript script, int index) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script.statements().get(index));
        } catch (SQLException e) {
            var named = new SQLException(
                    "%s of %s, statement %d: %s"
                            .formatted(script.name(), script.component(), index + 1, e.getMessage()),
                    e.getSQLState(),
                    e.getErrorCode(),
                    e);
            throw named;
        }
    }
}
