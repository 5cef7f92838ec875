package dev.userdeck.testkit.pool;

import static dev.userdeck.testkit.pool.Host.createUser;
import static dev.userdeck.testkit.pool.Host.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.error.StorageException;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A transaction manager lends a connection, and it turns out that no call can take part: it goes back. The pool has but one. */
@ExtendWith(TestDatabase.H2.class)
class H2LentConnectionTest {
    private final AtomicBoolean isInTransaction = new AtomicBoolean();
    private final AtomicReference<String> broken = new AtomicReference<>("");
    private String url;

    @BeforeEach
    void migrate(TestDatabase database) {
        url = database.jdbcUrl();
        Host.builder().dataSource(database.dataSource()).start().close();
    }

    @AfterEach
    void noServer() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getAutoCommit", "setAutoCommit"})
    void whatBreaksAsItIsLookedAtGoesBack(String method) {
        SurroundingTransaction declared = dataSource -> isInTransaction.get();
        try (HikariDataSource one = poolOfOne(true);
                Userdeck userdeck = start(
                        Host.builder().dataSource(new Breaking(one, broken)).surroundingTransaction(declared))) {
            isInTransaction.set(true);
            broken.set(method);
            assertThatThrownBy(() -> users(userdeck))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("join the surrounding transaction");
            assertThatThrownBy(() -> createUser(userdeck, "ada@example.org"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("join the surrounding transaction");

            assertThat(one.getHikariPoolMXBean().getActiveConnections()).isZero();
            broken.set("");
            createUser(userdeck, "ada@example.org");
            isInTransaction.set(false);
            assertThat(users(userdeck)).isEqualTo(1);
        }
    }

    @Test
    void whatMayOrMayNotTakePartGoesBack() throws Exception {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, ServersContext.class.getName());
        try (HikariDataSource one = poolOfOne(false);
                Userdeck userdeck = start(Host.builder().dataSource(one))) {
            Narayana.TRANSACTIONS.begin();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> users(userdeck))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("SurroundingTransaction.none()");
            }
            Narayana.TRANSACTIONS.rollback();

            assertThat(one.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(users(userdeck)).isZero();
        }
    }

    private static Userdeck start(Userdeck.Builder builder) {
        return builder.migration(Userdeck.Migration.VALIDATE).start();
    }

    private HikariDataSource poolOfOne(boolean autoCommit) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(HostPool.PATIENCE_MILLIS);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }

    /** Its connections say that the server is gone when they are asked what {@code broken} names. */
    private static final class Breaking extends DelegatingDataSource {
        private final AtomicReference<String> broken;

        Breaking(HikariDataSource pool, AtomicReference<String> broken) {
            super(pool);
            this.broken = broken;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Breaking.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals(broken.get())) {
                            throw new SQLException("The server is gone", "08006");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }
}
