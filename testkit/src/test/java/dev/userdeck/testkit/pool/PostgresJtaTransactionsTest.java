package dev.userdeck.testkit.pool;

import static dev.userdeck.testkit.pool.Host.createUser;
import static dev.userdeck.testkit.pool.Host.users;
import static dev.userdeck.testkit.pool.Narayana.REGISTRY;
import static dev.userdeck.testkit.pool.Narayana.TRANSACTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import io.agroal.api.AgroalDataSource;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What JTA has beside a plain transaction. */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresJtaTransactionsTest {
    private static final SurroundingTransaction JTA = SurroundingTransaction.jta(REGISTRY::getTransactionStatus);

    private AgroalDataSource pool;
    private HikariDataSource plain;
    private Userdeck userdeck;

    @BeforeEach
    void start(TestDatabase database) throws Exception {
        pool = Pools.agroalWithJta(database.jdbcUrl(), null);
        plain = Pools.hikari(database.jdbcUrl(), true);
        userdeck = Host.builder().dataSource(pool).surroundingTransaction(JTA).start();
    }

    @AfterEach
    void close() {
        userdeck.close();
        plain.close();
        pool.close();
    }

    @Test
    void aSuspendedTransactionIsNotJoined() throws Exception {
        TRANSACTIONS.begin();
        createUser(userdeck, "ada@example.org");
        Transaction suspended = TRANSACTIONS.suspend();
        createUser(userdeck, "bob@example.org");
        TRANSACTIONS.resume(suspended);
        assertThat(users(userdeck)).isEqualTo(2);
        TRANSACTIONS.rollback();

        assertThat(users(userdeck)).isEqualTo(1);
    }

    @Test
    void whatIsMarkedForRollbackIsReadInAndUndone() throws Exception {
        TRANSACTIONS.begin();
        createUser(userdeck, "ada@example.org");
        TRANSACTIONS.setRollbackOnly();
        assertThat(users(userdeck)).isEqualTo(1);
        createUser(userdeck, "bob@example.org");
        TRANSACTIONS.rollback();

        assertThat(users(userdeck)).isZero();
    }

    @Test
    void afterItsEndCallsHaveTransactionsOfTheirOwn() throws Exception {
        var seen = new AtomicInteger();
        TRANSACTIONS.begin();
        createUser(userdeck, "ada@example.org");
        TRANSACTIONS.getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                createUser(userdeck, "bob@example.org");
            }

            @Override
            public void afterCompletion(int status) {
                createUser(userdeck, "eve@example.org");
                seen.set(users(userdeck));
            }
        });
        TRANSACTIONS.commit();

        assertThat(seen).hasValue(3);
        assertThat(users(userdeck)).isEqualTo(3);
    }

    @Test
    void aPoolThatKnowsNothingOfJtaIsUsedBesideIt() throws Exception {
        try (Userdeck beside =
                Host.builder().dataSource(plain).surroundingTransaction(JTA).start()) {
            TRANSACTIONS.begin();
            createUser(beside, "ada@example.org");
            assertThat(users(beside)).isEqualTo(1);
            TRANSACTIONS.rollback();

            assertThat(users(beside)).isEqualTo(1);
        }
    }

    @Test
    void aTransactionManagerThatNobodyNamedIsNeverHarmed() throws Exception {
        try (Userdeck unaware = Host.builder().dataSource(pool).start()) {
            TRANSACTIONS.begin();
            createUser(userdeck, "ada@example.org");
            assertThatThrownBy(() -> users(unaware))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("surroundingTransaction");
            assertThatThrownBy(() -> createUser(unaware, "bob@example.org"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inTransaction");
            TRANSACTIONS.commit();

            assertThat(users(unaware)).isEqualTo(1);
        }
    }

    @Test
    void anApplicationServersTransactionIsFoundByItsStandardName() throws Exception {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, ServersContext.class.getName());
        try (Userdeck inServer = Host.builder().dataSource(pool).start();
                Userdeck plainInServer = Host.builder().dataSource(plain).start()) {
            TRANSACTIONS.begin();
            createUser(inServer, "ada@example.org");
            createUser(plainInServer, "bob@example.org");
            assertThat(users(inServer)).isEqualTo(2);
            TRANSACTIONS.rollback();

            assertThat(users(inServer)).isEqualTo(1);
        } finally {
            System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        }
    }

    @Test
    void aPoolThatMayOrMayNotTakePartIsRefused(TestDatabase database) throws Exception {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, ServersContext.class.getName());
        try (HikariDataSource off = Pools.hikari(database.jdbcUrl(), false);
                Userdeck undecided = Host.builder().dataSource(off).start();
                Userdeck decided = Host.builder()
                        .dataSource(off)
                        .surroundingTransaction(SurroundingTransaction.none())
                        .start()) {
            createUser(undecided, "ada@example.org");
            TRANSACTIONS.begin();
            assertThatThrownBy(() -> users(undecided))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("SurroundingTransaction.none()");
            createUser(decided, "bob@example.org");
            TRANSACTIONS.rollback();

            assertThat(users(undecided)).isEqualTo(2);
        } finally {
            System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        }
    }

    @Test
    void startingInsideATransactionIsRefused() throws Exception {
        TRANSACTIONS.begin();
        try {
            assertThatThrownBy(() -> Host.builder()
                            .dataSource(pool)
                            .surroundingTransaction(JTA)
                            .start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("call it outside");
            assertThatThrownBy(() -> Host.builder().dataSource(pool).start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("call it outside");
        } finally {
            TRANSACTIONS.rollback();
        }
    }
}
