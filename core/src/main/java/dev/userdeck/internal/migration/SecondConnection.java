package dev.userdeck.internal.migration;

import dev.userdeck.error.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The second connection of a migration. A pool that has but one would let us wait as long as it likes, some for ever. */
final class SecondConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private SecondConnection() {}

    /** Takes it on a thread of its own, as no pool can be told how long to wait. */
    static Connection take(DataSource pool) throws SQLException {
        var taken = new CompletableFuture<Connection>();
        var thread = new Thread(() -> hand(pool, taken), "userdeck-second-connection");
        thread.setDaemon(true);
        thread.start();
        try {
            return await(taken);
        } catch (InterruptedException e) {
            if (!taken.cancel(false) && !taken.isCompletedExceptionally()) {
                giveBack(taken.join());
            }
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a second connection", e);
        } catch (ExecutionException e) {
            if (isExhausted(e.getCause())) {
                throw onlyOne(e);
            }
            throw new SQLException("No second connection", e.getCause());
        } finally {
            thread.interrupt();
        }
    }

    private static Connection await(CompletableFuture<Connection> taken)
            throws InterruptedException, ExecutionException {
        try {
            return taken.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // what comes later goes back; without effect if it came this very moment
            taken.completeExceptionally(e);
            return taken.get();
        }
    }

    /** Pools name what kept them from opening a connection as the cause. */
    private static boolean isExhausted(@Nullable Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof SQLTransientConnectionException && failure.getCause() == null);
    }

    private static void hand(DataSource pool, CompletableFuture<Connection> taken) {
        try {
            Connection connection = pool.getConnection();
            if (!taken.complete(connection)) {
                giveBack(connection);
            }
        } catch (SQLException | RuntimeException | Error e) {
            taken.completeExceptionally(e);
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            return; // a broken connection; the pool finds out
        }
    }

    private static ConfigurationException onlyOne(Exception reason) {
        return new ConfigurationException(
                "Migrating takes two connections at once, and the pool gave no second one: let it have two or more,"
                        + " or migrate from elsewhere and start with migration(VALIDATE)",
                reason);
    }
}
