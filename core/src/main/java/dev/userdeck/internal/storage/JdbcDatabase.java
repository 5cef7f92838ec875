package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import dev.userdeck.recipe.spi.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out connections and keeps transactions: ours, READ COMMITTED, tried again after a deadlock; or the host's, in
 * which we set savepoints and never commit or roll back.
 */
public final class JdbcDatabase implements Database {
    private static final int MAX_TRIES = 5;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final @Nullable String schema;
    private final boolean isReadCommitted;

    @SuppressWarnings("ThreadLocalUsage") // two instances may meet on one thread, each with its own transaction
    private final ThreadLocal<@Nullable Bound> bound = new ThreadLocal<>();

    /**
     * The transaction that is open on a thread.
     *
     * @param afterCommit what to do then; null in a read, and in the host's transaction
     */
    private record Bound(
            Connection connection, boolean hosts, @Nullable List<Runnable> afterCommit) {

        static Bound hosts(Connection connection) {
            return new Bound(connection, true, null);
        }

        static Bound read(Connection connection) {
            return new Bound(connection, false, null);
        }
    }

    /**
     * Creates it.
     *
     * @param isReadCommitted whether each connection comes with this isolation: else it is asked, which most drivers pass on
     *     to the server, with each transaction
     */
    public JdbcDatabase(DataSource dataSource, Dialect dialect, @Nullable String schema, boolean isReadCommitted) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.schema = schema;
        this.isReadCommitted = isReadCommitted;
    }

    @Override
    public Engine engine() {
        return dialect.engine();
    }

    Dialect dialect() {
        return dialect;
    }

    @Nullable
    String schema() {
        return schema;
    }

    @Override
    public String table(String name) {
        return schema == null ? name : schema + "." + name;
    }

    /** Whether the transaction that is open on this thread is the host's. */
    public boolean isHostTransaction() {
        Bound open = bound.get();
        return open != null && open.hosts();
    }

    /**
     * Runs {@code work} once the transaction that is open on this thread is committed, and not if it is rolled back; at once
     * when none is. A part of it that was undone meanwhile makes no difference.
     *
     * @return false in the host's transaction, whose end isn't seen: {@code work} isn't run
     */
    public boolean afterCommit(Runnable work) {
        Bound open = bound.get();
        if (open != null && open.hosts()) {
            return false;
        }
        if (open != null && open.afterCommit() != null) {
            open.afterCommit().add(work);
        } else {
            work.run();
        }
        return true;
    }

    @Override
    public <T> T read(Work<T> work) {
        Bound open = bound.get();
        try {
            return open != null ? work.run(open.connection()) : readAlone(work);
        } catch (SQLException e) {
            throw toException(open, "read from the database", e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        Bound open = bound.get();
        return open != null ? writeWithin(open, work) : writeAlone(work);
    }

    /**
     * As {@link #write}, but without a savepoint of its own in an open transaction: for work that no constraint can refuse.
     */
    <T> T join(Work<T> work) {
        return bound.get() != null ? read(work) : writeAlone(work);
    }

    /** Binds the host's transaction to this thread while {@code work} runs. */
    public <T> T inHostTransaction(Connection connection, Supplier<T> work) {
        if (bound.get() != null) {
            throw new IllegalStateException("A transaction is bound to this thread already: don't nest inTransaction");
        }
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException(
                        "The connection is in auto-commit mode: call setAutoCommit(false) before inTransaction");
            }
        } catch (SQLException e) {
            throw SqlFailure.toException("use the host's connection", e);
        }
        bound.set(Bound.hosts(connection));
        try {
            return work.get();
        } finally {
            bound.remove();
        }
    }

    private <T> T readAlone(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            bound.set(Bound.read(connection));
            try {
                T result = work.run(connection);
                endRead(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                endFailedRead(connection, e);
                throw e;
            } finally {
                bound.remove();
            }
        }
    }

    private static void endRead(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    /** Pools answer nothing more of a connection that broke, and that must not hide why it did. */
    private static void endFailedRead(Connection connection, Throwable reason) {
        try {
            endRead(connection);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private <T> T writeWithin(Bound open, Work<T> work) {
        Connection connection = open.connection();
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("A write inside a read: begin with the write");
            }
            Savepoint savepoint = connection.setSavepoint();
            T result;
            try {
                result = work.run(connection);
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, savepoint, e);
                throw e;
            }
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (SQLException e) {
            throw toException(open, "write to the database", e);
        }
    }

    private static RuntimeException toException(@Nullable Bound open, String action, SQLException e) {
        if (open != null && open.hosts() && (SqlFailure.lostARace(e) || SqlFailure.isConnection(e))) {
            // the host's work is undone too, so the same call alone would not mend it
            return new StorageException("go on in the host's transaction, which is lost", false, e);
        }
        return SqlFailure.toException(action, e);
    }

    private static void undo(Connection connection, Savepoint savepoint, Throwable reason) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            // after a deadlock the engine has rolled back all of it, savepoint included
            reason.addSuppressed(e);
        }
    }

    private <T> T writeAlone(Work<T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result = writeUntilDone(work, afterCommit);
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private <T> T writeUntilDone(Work<T> work, List<Runnable> afterCommit) {
        for (int attempt = 1; ; attempt++) {
            try {
                afterCommit.clear();
                return writeOnce(work, afterCommit);
            } catch (SQLException e) {
                if (attempt == MAX_TRIES || !SqlFailure.lostARace(e)) {
                    throw SqlFailure.toException("write to the database", e);
                }
            } catch (StorageException e) {
                // a write within this one lost the race
                if (attempt == MAX_TRIES
                        || !e.retryable()
                        || !(e.getCause() instanceof SQLException cause)
                        || !SqlFailure.lostARace(cause)) {
                    throw e;
                }
            }
            pause(attempt);
        }
    }

    private <T> T writeOnce(Work<T> work, List<Runnable> afterCommit) throws SQLException {
        try (Connection connection = connect()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation =
                    isReadCommitted ? Connection.TRANSACTION_READ_COMMITTED : connection.getTransactionIsolation();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            bound.set(new Bound(connection, false, afterCommit));
            try {
                T result = work.run(connection);
                commit(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                bound.remove();
                restore(connection, autoCommit, isolation);
            }
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw SqlFailure.notConnected(e);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (SqlFailure.lostARace(e)) {
                throw e;
            }
            // it may have happened: trying again could do it twice
            throw new StorageException("tell whether the commit happened", false, e);
        }
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autoCommit, int isolation) {
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

    private static void pause(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(10L << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
