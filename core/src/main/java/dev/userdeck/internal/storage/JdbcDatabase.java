package dev.userdeck.internal.storage;

import dev.userdeck.error.StorageException;
import dev.userdeck.recipe.spi.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out connections and keeps transactions: ours, READ COMMITTED, tried again after a deadlock; or the host's, in
 * which we set savepoints and never commit or roll back.
 */
public final class JdbcDatabase implements Database {
    /** Of all instances: two may meet in one transaction of the host's. */
    private static final AtomicInteger UNDO_POINTS = new AtomicInteger();

    private static final int MAX_TRIES = 8;

    private final Connections connections;
    private final Dialect dialect;
    private final @Nullable String schema;
    private final boolean isReadCommitted;
    private final boolean isSchemaChecked;
    private final StatementLimits limits;

    @SuppressWarnings("ThreadLocalUsage") // two instances may meet on one thread, each with its own transaction
    private final ThreadLocal<@Nullable ThreadTransaction> bound = new ThreadLocal<>();

    private final TransactionChecks checks = new TransactionChecks();

    /**
     * Creates it.
     *
     * @param isReadCommitted whether each connection comes with this isolation: else it is asked, which most drivers pass on
     *     to the server, with each transaction
     * @param isSchemaChecked whether all tables were there at the start: else one that is missing tells of no damage
     */
    public JdbcDatabase(
            Connections connections,
            Dialect dialect,
            @Nullable String schema,
            boolean isReadCommitted,
            boolean isSchemaChecked,
            StatementLimits limits) {
        this.connections = connections;
        this.dialect = dialect;
        this.schema = schema;
        this.isReadCommitted = isReadCommitted;
        this.isSchemaChecked = isSchemaChecked;
        this.limits = limits;
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

    /** Whether calls on this thread take part in a transaction of the host's. */
    public boolean isHostTransaction() {
        ThreadTransaction open = bound.get();
        return open != null ? open.isHosts() : connections.isSurrounded();
    }

    /** Whether calls on this thread take part in a transaction of the host's that the host began for reading alone. */
    public boolean isReadOnly() {
        return isHostTransaction() && read(Connection::isReadOnly);
    }

    /** Until what it returns is closed, statements of this thread may take as long as background work. */
    public StatementLimits.LongWork longWork() {
        return limits.longWork();
    }

    /**
     * Runs {@code work} once the transaction that is open on this thread is committed, and not if it is rolled back; at once
     * when none is. A part of it that was undone meanwhile makes no difference.
     *
     * @return false in the host's transaction, whose end isn't seen: {@code work} isn't run
     */
    public boolean afterCommit(Runnable work) {
        if (isHostTransaction()) {
            return false;
        }
        ThreadTransaction open = bound.get();
        if (open != null && open.afterCommit() != null) {
            open.afterCommit().add(work);
        } else {
            work.run();
        }
        return true;
    }

    @Override
    public <T> T read(Work<T> work) {
        return inOpen(open -> readWithin(open, work), open -> readWithin(open, work), () -> readAlone(work));
    }

    @Override
    public <T> T write(Work<T> work) {
        Work<T> checked = checks.before(work);
        return inOpen(
                open -> writeWithin(open, work),
                surrounding -> writeWithin(surrounding, checked),
                () -> writeAlone(checked));
    }

    /**
     * As {@link #write}, but without a savepoint of its own in an open transaction: for work that no constraint can refuse.
     */
    <T> T join(Work<T> work) {
        Work<T> checked = checks.before(work);
        return inOpen(
                open -> joinWithin(open, work),
                surrounding -> joinWithin(surrounding, checked),
                () -> writeAlone(checked));
    }

    private <T> T joinWithin(ThreadTransaction open, Work<T> work) {
        open.refuseWriteInsideRead();
        return readWithin(open, work);
    }

    /** In the transaction that is bound, else in one that surrounds us, which is bound for this call alone, else in none. */
    private <T> T inOpen(
            Function<ThreadTransaction, T> within, Function<ThreadTransaction, T> surrounding, Supplier<T> alone) {
        ThreadTransaction open = bound.get();
        if (open != null) {
            return within.apply(open);
        }
        Connection lent = connections.surrounding();
        return lent == null ? alone.get() : inSurrounding(lent, surrounding);
    }

    private <T> T inSurrounding(Connection lent, Function<ThreadTransaction, T> within) {
        LimitedConnection limited = limits.over(lent);
        ThreadTransaction open = ThreadTransaction.hosts(limited.connection());
        bound.set(open);
        T result;
        try {
            result = within.apply(open);
        } catch (RuntimeException | Error e) {
            limited.end();
            connections.release(lent, e);
            throw e;
        } finally {
            bound.remove();
        }
        limited.end();
        connections.release(lent, null);
        return result;
    }

    /**
     * Runs {@code work}, and {@code first} at the beginning of each transaction that it opens or joins on this thread to write,
     * whoever opens it; in one that is bound already, at once. What {@code first} throws undoes that transaction.
     */
    public <T> T checking(Work<?> first, Supplier<T> work) {
        if (bound.get() != null) {
            read(first);
            return work.get();
        }
        return checks.during(first, work);
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
        LimitedConnection limited = limits.over(connection);
        bound.set(ThreadTransaction.hosts(limited.connection()));
        try {
            return work.get();
        } finally {
            bound.remove();
            limited.end();
        }
    }

    private <T> T readWithin(ThreadTransaction open, Work<T> work) {
        try {
            return work.run(open.connection());
        } catch (SQLException e) {
            throw toException(open, "read from the database", e);
        }
    }

    private <T> T readAlone(Work<T> work) {
        try (Connection connection = connections.own()) {
            LimitedConnection limited = limits.over(connection);
            bound.set(ThreadTransaction.read(limited.connection()));
            try {
                T result = work.run(limited.connection());
                endRead(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                endFailedRead(connection, e);
                throw e;
            } finally {
                bound.remove();
                limited.end();
            }
        } catch (SQLException e) {
            throw toException("read from the database", e);
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

    private <T> T writeWithin(ThreadTransaction open, Work<T> work) {
        open.refuseWriteInsideRead();
        Connection connection = open.connection();
        try {
            NamedSavepoint point = open.isHosts()
                    ? NamedSavepoint.set(
                            connection, "userdeck_" + Integer.toUnsignedString(UNDO_POINTS.incrementAndGet()))
                    : NamedSavepoint.set(connection);
            T result;
            try {
                result = work.run(connection);
            } catch (SQLException | RuntimeException | Error e) {
                undo(point, e);
                throw e;
            }
            point.release();
            return result;
        } catch (SQLException e) {
            throw toException(open, "write to the database", e);
        }
    }

    private RuntimeException toException(ThreadTransaction open, String action, SQLException e) {
        return open.isHosts() && !isNeverMade(e) ? SqlFailure.inHosts(action, e) : toException(action, e);
    }

    private RuntimeException toException(String action, SQLException e) {
        return isNeverMade(e) ? SqlFailure.tableMissing(action, e) : SqlFailure.toException(action, e);
    }

    private boolean isNeverMade(SQLException e) {
        return !isSchemaChecked && SqlFailure.isNoSuchTable(e);
    }

    private static void undo(NamedSavepoint point, Throwable reason) {
        try {
            point.undo();
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
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                afterCommit.clear();
                return writeOnce(work, afterCommit);
            } catch (SQLException e) {
                if (isEnough(attempt, begun) || !SqlFailure.lostARace(e)) {
                    throw toException("write to the database", e);
                }
            } catch (StorageException e) {
                // a write within this one lost the race
                if (isEnough(attempt, begun)
                        || !e.retryable()
                        || !(e.getCause() instanceof SQLException cause)
                        || !SqlFailure.lostARace(cause)) {
                    throw e;
                }
            }
            pause(attempt);
        }
    }

    /** Waits for locks count as long as one statement may take, however often they are tried. */
    private boolean isEnough(int attempt, long begun) {
        return attempt == MAX_TRIES || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(limits.seconds());
    }

    private <T> T writeOnce(Work<T> work, List<Runnable> afterCommit) throws SQLException {
        try (var turn = dialect.turnToWrite();
                Connection connection = connections.own();
                var transaction = OwnTransaction.begin(connection, isReadCommitted)) {
            LimitedConnection limited = limits.over(connection);
            bound.set(ThreadTransaction.write(limited.connection(), afterCommit));
            try {
                T result = work.run(limited.connection());
                transaction.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                transaction.rollback(e);
                throw e;
            } finally {
                bound.remove();
                limited.end();
            }
        }
    }

    private static void pause(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(10L << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
