package dev.userdeck.testkit.pool;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What hosts with Spring give to Userdeck. */
final class SpringPools {
    private SpringPools() {}

    /** The pool, and nothing that knows of Spring. */
    static HostPool plain(String url) {
        HikariDataSource pool = Pools.hikari(url, true);
        return new SpringPool(pool, pool, builder -> builder.dataSource(pool), false);
    }

    /** The pool, and Spring's transactions. */
    static HostPool declared(String url, boolean autoCommit) {
        HikariDataSource pool = Pools.hikari(url, autoCommit);
        return new SpringPool(
                pool, pool, builder -> builder.dataSource(pool).surroundingTransaction(new SpringTransactions()), true);
    }

    static HostPool transactionAware(String url, boolean autoCommit) {
        HikariDataSource pool = Pools.hikari(url, autoCommit);
        return new SpringPool(
                pool, pool, builder -> builder.dataSource(new TransactionAwareDataSourceProxy(pool)), true);
    }

    static HostPool lazy(String url) {
        HikariDataSource pool = Pools.hikari(url, true);
        var proxy = new LazyConnectionDataSourceProxy(pool);
        return new SpringPool(proxy, pool, builder -> builder.dataSource(proxy), false);
    }

    static HostPool transactionAwareOverLazy(String url) {
        HikariDataSource pool = Pools.hikari(url, true);
        var proxy = new LazyConnectionDataSourceProxy(pool);
        return new SpringPool(
                proxy, pool, builder -> builder.dataSource(new TransactionAwareDataSourceProxy(proxy)), true);
    }
}
