package dev.userdeck.testkit.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import dev.userdeck.user.CreateUserResult;
import io.agroal.api.AgroalDataSource;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sign-up and a row of the app's own, in a transaction of JTA's. */
@ExtendWith(TestDatabase.H2.class)
class H2JtaExampleTest {
    @Test
    void theRowAndTheUserComeAndGoTogether(TestDatabase database) throws Exception {
        var host = new Host(database);
        try (AgroalDataSource dataSource = Pools.agroalWithJta(database.jdbcUrl(), null);
                Userdeck userdeck = start(dataSource, Narayana.REGISTRY)) {
            Narayana.TRANSACTIONS.begin();
            order(dataSource, userdeck, 1);
            Narayana.TRANSACTIONS.rollback();

            assertThat(host.orders()).isZero();
            assertThat(Host.users(userdeck)).isZero();

            Narayana.TRANSACTIONS.begin();
            order(dataSource, userdeck, 1);
            order(dataSource, userdeck, 2);
            Narayana.TRANSACTIONS.commit();

            assertThat(host.orders()).isEqualTo(2);
            assertThat(Host.users(userdeck)).isEqualTo(1);
        }
    }

    private static Userdeck start(DataSource dataSource, TransactionSynchronizationRegistry registry) {
        return Userdeck.builder()
                .dataSource(dataSource)
                .surroundingTransaction(SurroundingTransaction.jta(registry::getTransactionStatus))
                .start();
    }

    private static void order(DataSource dataSource, Userdeck userdeck, int id) throws SQLException {
        CreateUserResult result = userdeck.users().signUp("ada@example.org", "plum tundra violet 47");
        assertThat(result).isInstanceOf(id == 1 ? CreateUserResult.Created.class : CreateUserResult.EmailTaken.class);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into host_order values (?)")) {
            insert.setInt(1, id);
            insert.executeUpdate();
        }
    }
}
