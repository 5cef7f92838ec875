package dev.userdeck.testkit.pool;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.agroal.narayana.NarayanaTransactionIntegration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** The pools that hosts have, each as its makers' defaults are but for its size. */
final class Pools {
    private Pools() {}

    static HikariDataSource hikari(String url, boolean autoCommit) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(HostPool.SIZE);
        config.setConnectionTimeout(HostPool.PATIENCE_MILLIS);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }

    static BasicDataSource dbcp(String url, boolean autoCommit) {
        var pool = new BasicDataSource();
        pool.setUrl(url);
        pool.setMaxTotal(HostPool.SIZE);
        pool.setMaxWait(Duration.ofMillis(HostPool.PATIENCE_MILLIS));
        pool.setDefaultAutoCommit(autoCommit);
        return pool;
    }

    /** Its connections arrive inside of a transaction, in which the pool has looked whether they live. */
    static BasicDataSource dbcpThatValidates(String url) {
        BasicDataSource pool = dbcp(url, false);
        pool.setValidationQuery("select 1");
        pool.setDefaultTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return pool;
    }

    static ComboPooledDataSource c3p0(String url) {
        var pool = new ComboPooledDataSource();
        pool.setJdbcUrl(url);
        pool.setInitialPoolSize(1);
        pool.setMinPoolSize(1);
        pool.setMaxPoolSize(HostPool.SIZE);
        pool.setCheckoutTimeout(HostPool.PATIENCE_MILLIS);
        pool.setMaxStatements(50);
        return pool;
    }

    /** Resets nothing when a connection is given back. */
    static HostPool tomcat(String url, boolean autoCommit) {
        var properties = new PoolProperties();
        properties.setUrl(url);
        properties.setMaxActive(HostPool.SIZE);
        properties.setMaxIdle(HostPool.SIZE);
        properties.setMinIdle(1);
        properties.setInitialSize(1);
        properties.setMaxWait(HostPool.PATIENCE_MILLIS);
        properties.setDefaultAutoCommit(autoCommit);
        var pool = new DataSource(properties);
        return new PlainPool(pool, pool::close);
    }

    static AgroalDataSource agroal(String url) throws SQLException {
        return agroal(url, null, TransactionIntegration.none());
    }

    /**
     * With JTA.
     *
     * @param provider an XADataSource, or null for the driver
     */
    static AgroalDataSource agroalWithJta(String url, String provider) throws SQLException {
        return agroal(url, provider, new NarayanaTransactionIntegration(Narayana.TRANSACTIONS, Narayana.REGISTRY, url));
    }

    private static AgroalDataSource agroal(String url, String provider, TransactionIntegration transactions)
            throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(HostPool.SIZE)
                        .acquisitionTimeout(Duration.ofMillis(HostPool.PATIENCE_MILLIS))
                        .transactionIntegration(transactions)
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(url);
                            if (provider != null) {
                                factory.connectionProviderClassName(provider);
                            }
                            return factory;
                        })));
    }
}
