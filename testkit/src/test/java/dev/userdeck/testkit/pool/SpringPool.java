package dev.userdeck.testkit.pool;

import dev.userdeck.Userdeck;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A pool whose transactions are Spring's. */
final class SpringPool extends HostPool {
    private final DataSource managed;
    private final AutoCloseable closing;
    private final UnaryOperator<Userdeck.Builder> given;
    private final boolean joins;
    private final TransactionTemplate transactions;

    /**
     * Creates it.
     *
     * @param managed what Spring's transaction manager has
     * @param given gives it, or its proxy, to Userdeck
     */
    SpringPool(DataSource managed, AutoCloseable closing, UnaryOperator<Userdeck.Builder> given, boolean joins) {
        this.managed = managed;
        this.closing = closing;
        this.given = given;
        this.joins = joins;
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(managed));
    }

    @Override
    DataSource pool() {
        return managed;
    }

    @Override
    Userdeck.Builder given(Userdeck.Builder builder) {
        return given.apply(builder);
    }

    @Override
    boolean joins() {
        return joins;
    }

    @Override
    void transaction(End end, Work work) throws Exception {
        transactions.executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(managed);
            try {
                work.run(connection);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, managed);
            }
            if (end == End.ROLLBACK) {
                status.setRollbackOnly();
            }
        });
    }

    @Override
    public void close() throws Exception {
        closing.close();
    }
}
