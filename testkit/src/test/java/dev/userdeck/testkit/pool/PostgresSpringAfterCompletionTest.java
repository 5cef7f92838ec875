package dev.userdeck.testkit.pool;

import static dev.userdeck.testkit.pool.Host.PASSWORD;
import static dev.userdeck.testkit.pool.Host.createUser;
import static dev.userdeck.testkit.pool.Host.insertOrder;
import static dev.userdeck.testkit.pool.Host.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.pool.HostPool.End;
import dev.userdeck.user.SignInResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a host calls when a transaction of Spring's has ended: its connection is bound to the thread as before, and Spring says
 * that a transaction is active. What would join it would be lost where the pool has auto-commit off.
 */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresSpringAfterCompletionTest {
    private Host rows;
    private String url;

    /** What the host gives to Userdeck. */
    enum Given {
        POOL_AND_DECLARED,
        POOL_WITHOUT_AUTO_COMMIT_AND_DECLARED,
        PROXY,
        PROXY_WITHOUT_AUTO_COMMIT;

        HostPool open(String url) {
            return switch (this) {
                case POOL_AND_DECLARED -> SpringPools.declared(url, true);
                case POOL_WITHOUT_AUTO_COMMIT_AND_DECLARED -> SpringPools.declared(url, false);
                case PROXY -> SpringPools.transactionAware(url, true);
                case PROXY_WITHOUT_AUTO_COMMIT -> SpringPools.transactionAware(url, false);
            };
        }
    }

    @BeforeEach
    void prepare(TestDatabase database) throws Exception {
        rows = new Host(database);
        url = database.jdbcUrl();
    }

    @ParameterizedTest
    @CsvSource({
        "POOL_AND_DECLARED, COMMIT",
        "POOL_AND_DECLARED, ROLLBACK",
        "POOL_WITHOUT_AUTO_COMMIT_AND_DECLARED, COMMIT",
        "POOL_WITHOUT_AUTO_COMMIT_AND_DECLARED, ROLLBACK",
        "PROXY, COMMIT",
        "PROXY, ROLLBACK",
        "PROXY_WITHOUT_AUTO_COMMIT, COMMIT",
        "PROXY_WITHOUT_AUTO_COMMIT, ROLLBACK"
    })
    void afterCompletionCallsHaveTransactionsOfTheirOwn(Given given, End end) throws Exception {
        List<SignInResult> signedIn = new ArrayList<>();
        try (HostPool host = given.open(url);
                Userdeck userdeck = host.given(Host.builder()).start()) {
            userdeck.users().signUp("ada@example.org", PASSWORD);

            host.transaction(end, connection -> {
                insertOrder(connection, 1);
                createUser(userdeck, "bob@example.org");
                afterCompletion(() -> {
                    createUser(userdeck, "eve@example.org");
                    signedIn.add(userdeck.users().signIn("ada@example.org", PASSWORD));
                });
            });

            assertThat(users(userdeck)).isEqualTo(end == End.COMMIT ? 3 : 2);
            assertThat(rows.orders()).isEqualTo(end == End.COMMIT ? 1 : 0);
            // refused in a transaction of the host's
            assertThat(signedIn).singleElement().isInstanceOf(SignInResult.SignedIn.class);
            assertThat(host.settings()).hasSize(HostPool.SIZE);
        }
    }

    private static void afterCompletion(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }
}
