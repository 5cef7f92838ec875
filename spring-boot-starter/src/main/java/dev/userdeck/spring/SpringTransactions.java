package dev.userdeck.spring;

import dev.userdeck.transaction.spi.SurroundingTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Userdeck's calls take part in Spring's transactions. */
final class SpringTransactions implements SurroundingTransaction {
    @Override
    public boolean isActive(DataSource dataSource) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive() // not any more in afterCompletion
                && TransactionSynchronizationManager.hasResource(dataSource);
    }

    @Override
    public Connection connection(DataSource dataSource) throws SQLException {
        return DataSourceUtils.doGetConnection(dataSource);
    }

    @Override
    public void release(Connection connection, DataSource dataSource) throws SQLException {
        DataSourceUtils.doReleaseConnection(connection, dataSource);
    }
}
