package dev.userdeck.internal.transaction;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Spring's TransactionAwareDataSourceProxy, which hands out the connection of Spring's transaction and holds back its end.
 * Ours come from the target; whether there is a transaction is asked of Spring itself.
 */
final class SpringProxy implements SurroundingTransaction {
    private static final String PROXY = "org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy";
    private static final String UTILS = "org.springframework.jdbc.datasource.DataSourceUtils";
    private static final String TRANSACTIONS =
            "org.springframework.transaction.support.TransactionSynchronizationManager";

    private final DataSource target;
    private final Method isTransactionActive;
    private final Method isSynchronized;
    private final Method hasResource;
    private final Method getConnection;
    private final Method releaseConnection;

    private SpringProxy(DataSource target, ClassLoader spring) throws ClassNotFoundException {
        this.target = target;
        Class<?> transactions = Class.forName(TRANSACTIONS, true, spring);
        Class<?> utils = Class.forName(UTILS, true, spring);
        this.isTransactionActive = Reflection.method(transactions, "isActualTransactionActive");
        this.isSynchronized = Reflection.method(transactions, "isSynchronizationActive");
        this.hasResource = Reflection.method(transactions, "hasResource", Object.class);
        this.getConnection = Reflection.method(utils, "doGetConnection", DataSource.class);
        this.releaseConnection = Reflection.method(utils, "doReleaseConnection", Connection.class, DataSource.class);
    }

    /** Null if it is something else. */
    static @Nullable SpringProxy of(DataSource dataSource) {
        for (Class<?> type = dataSource.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(PROXY)) {
                return of(dataSource, type);
            }
        }
        refuseHidden(dataSource);
        return null;
    }

    private static SpringProxy of(DataSource proxy, Class<?> type) {
        Method getTarget = Reflection.method(type, "getTargetDataSource");
        if (!(Reflection.call(IllegalStateException.class, getTarget, proxy) instanceof DataSource target)) {
            throw new ConfigurationException("Spring's TransactionAwareDataSourceProxy has no target");
        }
        SpringProxy inner = of(target);
        try {
            return inner != null ? inner : new SpringProxy(target, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Spring's proxy without Spring", e);
        }
    }

    /** Its transactions could not be told from the pool's own setting. */
    private static void refuseHidden(DataSource dataSource) {
        if (isWrapper(dataSource)) {
            throw new ConfigurationException("The data source has Spring's TransactionAwareDataSourceProxy inside:"
                    + " give the pool, or the proxy itself, to dataSource(…)");
        }
    }

    private static boolean isWrapper(DataSource dataSource) {
        ClassLoader loader = dataSource.getClass().getClassLoader();
        try {
            return loader != null && dataSource.isWrapperFor(Class.forName(PROXY, false, loader));
        } catch (ClassNotFoundException | SQLException | UnsupportedOperationException | AbstractMethodError e) {
            return false; // no Spring here, or a data source that tells nothing, as those older than JDBC 4
        }
    }

    DataSource target() {
        return target;
    }

    @Override
    public boolean isActive(DataSource dataSource) {
        // synchronisation ends before afterCompletion, when the transaction has ended and still counts as active
        return Boolean.TRUE.equals(Reflection.call(IllegalStateException.class, isTransactionActive, null))
                && Boolean.TRUE.equals(Reflection.call(IllegalStateException.class, isSynchronized, null))
                && Boolean.TRUE.equals(Reflection.call(IllegalStateException.class, hasResource, null, dataSource));
    }

    @Override
    public Connection connection(DataSource dataSource) throws SQLException {
        Object connection = Reflection.call(SQLException.class, getConnection, null, dataSource);
        if (connection instanceof Connection lent) {
            return lent;
        }
        throw new IllegalStateException("Spring lent no connection");
    }

    @Override
    public void release(Connection connection, DataSource dataSource) throws SQLException {
        Reflection.call(SQLException.class, releaseConnection, null, connection, dataSource);
    }
}
