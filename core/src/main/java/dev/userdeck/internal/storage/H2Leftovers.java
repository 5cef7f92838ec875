package dev.userdeck.internal.storage;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed process had committed, and H2 not yet cleared up after.
 *
 * <p>At the next start H2 2.5.252 takes such a transaction for committed and leaves it at that. Its rows can be read; who
 * changes one waits for the transaction to end, which it never does, past every timeout and at the full load of a core. 2.4.240
 * and older clear up by themselves.
 *
 * <p>There is no other way in than by H2's own parts. Where they are others, nothing is done.
 */
final class H2Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(H2Leftovers.class);
    /** Of a transaction that no session has begun. */
    private static final int NOBODY = 0;

    private H2Leftovers() {}

    /** Ends those of the database that this connection leads to. */
    static void end(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            return;
        }
        try {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                end(session.getDatabase().getStore().getTransactionStore());
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.debug("This H2 is made in another way: what a killed process left is its own to end", e);
        }
    }

    private static void end(TransactionStore store) throws ReflectiveOperationException {
        Method commit = TransactionStore.class.getDeclaredMethod("commit", Transaction.class, boolean.class);
        Method forget = TransactionStore.class.getDeclaredMethod("endTransaction", Transaction.class, boolean.class);
        Field owner = Transaction.class.getDeclaredField("ownerId");
        commit.setAccessible(true);
        forget.setAccessible(true);
        owner.setAccessible(true);
        for (Transaction transaction : store.getOpenTransactions()) {
            // that of a session, which is just being committed, ends by itself
            if (transaction.getStatus() == Transaction.STATUS_COMMITTED && owner.getInt(transaction) == NOBODY) {
                commit.invoke(store, transaction, true);
                forget.invoke(store, transaction, true);
                LOG.info("The file of the database was not closed; a transaction was cleared up that H2 had left over");
            }
        }
    }
}
