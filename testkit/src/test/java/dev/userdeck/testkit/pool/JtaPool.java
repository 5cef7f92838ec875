package dev.userdeck.testkit.pool;

import dev.userdeck.Userdeck;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import javax.sql.DataSource;

/** Agroal and Narayana, as Quarkus joins them. */
final class JtaPool extends HostPool {
    private final AgroalDataSource pool;

    JtaPool(AgroalDataSource pool) {
        this.pool = pool;
    }

    @Override
    DataSource pool() {
        return pool;
    }

    @Override
    Userdeck.Builder given(Userdeck.Builder builder) {
        return builder.dataSource(pool)
                .surroundingTransaction(SurroundingTransaction.jta(Narayana.REGISTRY::getTransactionStatus));
    }

    @Override
    boolean joins() {
        return true;
    }

    @Override
    void transaction(End end, Work work) throws Exception {
        Narayana.TRANSACTIONS.begin();
        try (Connection connection = pool.getConnection()) {
            work.run(connection);
        } catch (Exception | Error e) {
            Narayana.TRANSACTIONS.rollback();
            throw e;
        }
        if (end == End.COMMIT) {
            Narayana.TRANSACTIONS.commit();
        } else {
            Narayana.TRANSACTIONS.rollback();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
