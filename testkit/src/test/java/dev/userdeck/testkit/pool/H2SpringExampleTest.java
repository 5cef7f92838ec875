package dev.userdeck.testkit.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sign-up and a row of the app's own, in a transaction of Spring's. */
@ExtendWith(TestDatabase.H2.class)
class H2SpringExampleTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "plum tundra violet 47";

    @Test
    void theCustomerAndTheUserComeAndGoTogether(TestDatabase database) {
        DataSource dataSource = database.dataSource();
        var jdbc = new JdbcTemplate(dataSource);
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        jdbc.execute("create table customer (user_id varchar(128) primary key, newsletter boolean not null)");

        try (Userdeck userdeck = start(dataSource)) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        register(jdbc, userdeck, EMAIL, PASSWORD);
                        throw new IllegalStateException("no card");
                    }))
                    .hasMessage("no card");
            boolean first = transactions.execute(status -> register(jdbc, userdeck, EMAIL, PASSWORD));
            boolean second = transactions.execute(status -> register(jdbc, userdeck, EMAIL, PASSWORD));

            assertThat(first).isTrue();
            assertThat(second).isFalse();
            assertThat(jdbc.queryForObject("select count(*) from customer", Integer.class))
                    .isEqualTo(1);
            assertThat(Host.users(userdeck)).isEqualTo(1);
        }
    }

    private static Userdeck start(DataSource dataSource) {
        return Userdeck.builder()
                .dataSource(dataSource) // the same that the transaction manager has
                .surroundingTransaction(new SpringTransactions())
                .start();
    }

    private static boolean register(JdbcTemplate jdbc, Userdeck userdeck, String email, String password) {
        if (userdeck.users().signUp(email, password) instanceof CreateUserResult.Created created) {
            jdbc.update(
                    "insert into customer values (?, false)",
                    created.user().id().value());
            return true;
        }
        return false;
    }
}
