package dev.userdeck.testkit.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sign-up and a row of the app's own, in a transaction of jOOQ's. */
@ExtendWith(TestDatabase.H2.class)
class H2JooqExampleTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "plum tundra violet 47";

    @Test
    void theRowAndTheUserComeAndGoTogether(TestDatabase database) throws Exception {
        var host = new Host(database);
        DSLContext jooq = DSL.using(database.dataSource(), SQLDialect.H2);
        try (Userdeck userdeck =
                Host.builder().dataSource(database.dataSource()).start()) {
            assertThatThrownBy(() -> jooq.transaction(own -> {
                        assertThat(signUp(own.dsl(), userdeck, EMAIL, PASSWORD))
                                .isInstanceOf(CreateUserResult.Created.class);
                        throw new IllegalStateException("no card");
                    }))
                    .hasMessage("no card");
            assertThat(Host.users(userdeck)).isZero();

            jooq.transaction(own -> {
                own.dsl().execute("insert into host_order values (1)");
                signUp(own.dsl(), userdeck, EMAIL, PASSWORD);
                assertThat(signUp(own.dsl(), userdeck, EMAIL, PASSWORD))
                        .isInstanceOf(CreateUserResult.EmailTaken.class);
                own.dsl().execute("insert into host_order values (2)");
            });

            assertThat(host.orders()).isEqualTo(2);
            assertThat(Host.users(userdeck)).isEqualTo(1);
        }
    }

    private static CreateUserResult signUp(DSLContext transaction, Userdeck userdeck, String email, String password) {
        return transaction.connectionResult(connection ->
                userdeck.inTransaction(connection, () -> userdeck.users().signUp(email, password)));
    }
}
