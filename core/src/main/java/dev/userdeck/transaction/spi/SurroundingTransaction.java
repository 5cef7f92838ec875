package dev.userdeck.transaction.spi;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.apiguardian.api.API;

/**
 * Knows the transaction that the app's transaction manager (Spring's, JTA) has begun on the current thread, so that calls
 * take part in it, as in {@code Userdeck.inTransaction}: they set savepoints, and leave the end to who began it.
 *
 * <p>Asked on the thread of each call, at any time and by many threads; an answer must be quick and take no connection. What
 * it throws reaches the caller. A connection that is lent is used on this thread alone, until it is released, and neither
 * committed, rolled back nor closed by us; its isolation level stays as it is.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface SurroundingTransaction {

    /**
     * Whether a transaction is active on this thread in which connections of {@code dataSource} take part. Must be false in a
     * transaction on another data source alone.
     *
     * @param dataSource what the builder was given; the target, if that is Spring's TransactionAwareDataSourceProxy
     */
    boolean isActive(DataSource dataSource);

    /**
     * Lends the connection of the active transaction. By default the data source's: right where the pool itself hands out
     * the transaction's connection, as pools do that know of JTA.
     */
    default Connection connection(DataSource dataSource) throws SQLException {
        return dataSource.getConnection();
    }

    /** Takes back what {@link #connection} lent; by default closes it, by which a pool that knows of JTA ends nothing. */
    default void release(Connection connection, DataSource dataSource) throws SQLException {
        connection.close();
    }

    /** None: calls run in transactions of their own, whatever the app has begun. */
    static SurroundingTransaction none() {
        return dataSource -> false;
    }

    /**
     * JTA's, for a pool that enlists its connections, such as Agroal in Quarkus or an application server's. In one that is
     * marked for rollback calls take part too, and are undone with it. A connection that turns out not to take part in an
     * active transaction is used beside it.
     *
     * @param status what {@code jakarta.transaction.TransactionSynchronizationRegistry#getTransactionStatus} answers: a
     *     constant of {@code jakarta.transaction.Status}
     */
    static SurroundingTransaction jta(IntSupplier status) {
        requireNonNull(status, "status");
        Set<Integer> over = Set.of(3, 4, 6); // STATUS_COMMITTED, STATUS_ROLLEDBACK, STATUS_NO_TRANSACTION
        return dataSource -> !over.contains(status.getAsInt());
    }
}
