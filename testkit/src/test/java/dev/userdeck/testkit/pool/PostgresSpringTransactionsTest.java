package dev.userdeck.testkit.pool;

import static dev.userdeck.testkit.pool.Host.createUser;
import static dev.userdeck.testkit.pool.Host.insertOrder;
import static dev.userdeck.testkit.pool.Host.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What Spring has beside a plain transaction, with its proxy, and with the pool and Spring's transactions declared. */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresSpringTransactionsTest {
    private final Mailbox mailbox = new Mailbox();
    private final TestClock clock = TestClock.create();
    private Host rows;
    private HikariDataSource pool;
    private HikariDataSource otherPool;
    private Userdeck byProxy;
    private Userdeck declared;

    @BeforeEach
    void start(TestDatabase database) throws Exception {
        rows = new Host(database);
        pool = Pools.hikari(database.jdbcUrl(), true);
        otherPool = Pools.hikari(database.jdbcUrl(), true);
        byProxy = builder()
                .dataSource(new TransactionAwareDataSourceProxy(pool))
                .emailSender(mailbox)
                .start();
        declared = builder()
                .dataSource(pool)
                .surroundingTransaction(new SpringTransactions())
                .start();
    }

    private Userdeck.Builder builder() {
        return Host.builder().clock(clock);
    }

    @AfterEach
    void close() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        byProxy.close();
        declared.close();
        pool.close();
        otherPool.close();
    }

    @Test
    void aTransactionOnAnotherDataSourceIsNotOurs() {
        in(otherPool, TransactionDefinition.PROPAGATION_REQUIRED, status -> {
            createUser(byProxy, "ada@example.org");
            createUser(declared, "bob@example.org");
            // now Spring has a connection of ours on this thread, for as long as the other transaction lasts
            Connection bound = DataSourceUtils.getConnection(pool);
            createUser(byProxy, "eve@example.org");
            createUser(declared, "ines@example.org");
            DataSourceUtils.releaseConnection(bound, pool);
            status.setRollbackOnly();
        });

        assertThat(users(byProxy)).isEqualTo(4);
    }

    @Test
    void aScopeWithoutATransactionIsNone() {
        in(pool, TransactionDefinition.PROPAGATION_SUPPORTS, status -> {
            createUser(byProxy, "ada@example.org");
            Connection bound = DataSourceUtils.getConnection(pool);
            createUser(declared, "bob@example.org");
            DataSourceUtils.releaseConnection(bound, pool);
        });

        assertThat(users(byProxy)).isEqualTo(2);
    }

    @Test
    void aTransactionInsideAnotherIsTheOneToJoin() {
        in(pool, TransactionDefinition.PROPAGATION_REQUIRED, outer -> {
            createUser(byProxy, "ada@example.org");
            in(pool, TransactionDefinition.PROPAGATION_REQUIRES_NEW, inner -> createUser(declared, "bob@example.org"));
            in(pool, TransactionDefinition.PROPAGATION_NESTED, inner -> {
                createUser(byProxy, "eve@example.org");
                inner.setRollbackOnly();
            });
            in(pool, TransactionDefinition.PROPAGATION_NOT_SUPPORTED, none -> createUser(byProxy, "ines@example.org"));
            assertThat(users(byProxy)).isEqualTo(3);
            outer.setRollbackOnly();
        });

        assertThat(users(byProxy)).isEqualTo(2);
    }

    @Test
    void inTransactionCountsMoreThanWhatSurroundsIt() throws Exception {
        try (Connection connection = otherPool.getConnection()) {
            connection.setAutoCommit(false);
            in(pool, TransactionDefinition.PROPAGATION_REQUIRED, status -> {
                byProxy.inTransaction(connection, () -> {
                    createUser(byProxy, "ada@example.org");
                });
                status.setRollbackOnly();
            });
            connection.commit();
        }

        assertThat(users(byProxy)).isEqualTo(1);
    }

    @Test
    void aSessionIsVerifiedInATransactionThatOnlyReads() {
        String token = byProxy.sessions()
                .create(createUser(byProxy, "ada@example.org").id(), SessionOrigin.of("sso"))
                .orElseThrow()
                .token();
        clock.advance(Duration.ofHours(1));
        var reading = new TransactionTemplate(new DataSourceTransactionManager(pool));
        reading.setReadOnly(true);

        reading.executeWithoutResult(status -> {
            assertThat(byProxy.sessions().verify(token)).isPresent();
            assertThat(declared.sessions().verify(token)).isPresent();
            assertThat(users(byProxy)).isEqualTo(1);
        });

        assertThat(byProxy.sessions().verify(token)).isPresent();
    }

    @Test
    void mailLeavesAfterTheCommitAlone() {
        in(pool, TransactionDefinition.PROPAGATION_REQUIRED, status -> {
            byProxy.outbox().send(NewEmail.of("test", "bob@example.org", EmailContent.of("Hello")));
            status.setRollbackOnly();
        });
        in(pool, TransactionDefinition.PROPAGATION_REQUIRED, status -> {
            byProxy.outbox().send(NewEmail.of("test", "ada@example.org", EmailContent.of("Hello")));
            assertThatThrownBy(byProxy::runMaintenance)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("runMaintenance");
        });

        byProxy.runMaintenance();

        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void startingInsideATransactionIsRefused() {
        in(pool, TransactionDefinition.PROPAGATION_REQUIRED, status -> {
            assertThatThrownBy(() -> builder()
                            .dataSource(new TransactionAwareDataSourceProxy(pool))
                            .start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("call it outside");
            assertThatThrownBy(() -> builder()
                            .dataSource(pool)
                            .surroundingTransaction(new SpringTransactions())
                            .start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("call it outside");
        });
    }

    @Test
    void aProxyThatHidesInAnotherIsRefused() {
        DataSource hidden = new LazyConnectionDataSourceProxy(new TransactionAwareDataSourceProxy(pool));

        assertThatThrownBy(() -> builder().dataSource(hidden).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("give the pool, or the proxy itself");
    }

    @Test
    void whatTheHostWroteBeforeARefusalStays() throws Exception {
        in(pool, TransactionDefinition.PROPAGATION_REQUIRED, status -> {
            Connection connection = DataSourceUtils.getConnection(pool);
            insert(connection, 1);
            assertThatThrownBy(() -> byProxy.users().signIn("ada@example.org", Host.PASSWORD))
                    .hasMessageContaining("inTransaction");
            insert(connection, 2);
            DataSourceUtils.releaseConnection(connection, pool);
        });

        assertThat(rows.orders()).isEqualTo(2);
    }

    private static void in(DataSource dataSource, int propagation, Consumer<TransactionStatus> work) {
        var template = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(work);
    }

    private static void insert(Connection connection, int id) {
        try {
            insertOrder(connection, id);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
