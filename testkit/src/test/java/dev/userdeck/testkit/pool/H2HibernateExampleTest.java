package dev.userdeck.testkit.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sign-up and an entity of the app's own, in a transaction of Hibernate's. */
@ExtendWith(TestDatabase.H2.class)
class H2HibernateExampleTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "plum tundra violet 47";

    /** The app's. */
    @Entity(name = "host_order")
    static class Order {
        @Id
        private int id;

        Order() {}

        Order(int id) {
            this.id = id;
        }
    }

    @Test
    void theEntityAndTheUserComeAndGoTogether(TestDatabase database) throws Exception {
        var host = new Host(database);
        var configuration = new Configuration().addAnnotatedClass(Order.class);
        configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource());
        try (SessionFactory sessions = configuration.buildSessionFactory();
                Userdeck userdeck =
                        Host.builder().dataSource(database.dataSource()).start()) {
            assertThatThrownBy(() -> sessions.inTransaction(session -> {
                        session.persist(new Order(1));
                        signUp(session, userdeck, EMAIL, PASSWORD);
                        throw new IllegalStateException("no card");
                    }))
                    .hasMessage("no card");
            assertThat(Host.users(userdeck)).isZero();
            assertThat(host.orders()).isZero();

            sessions.inTransaction(session -> {
                session.persist(new Order(1));
                signUp(session, userdeck, EMAIL, PASSWORD);
                assertThat(signUp(session, userdeck, EMAIL, PASSWORD)).isInstanceOf(CreateUserResult.EmailTaken.class);
                session.persist(new Order(2));
            });

            assertThat(host.orders()).isEqualTo(2);
            assertThat(Host.users(userdeck)).isEqualTo(1);
        }
    }

    private static CreateUserResult signUp(Session session, Userdeck userdeck, String email, String password) {
        session.flush(); // what Hibernate still holds back comes first
        return session.doReturningWork(connection ->
                userdeck.inTransaction(connection, () -> userdeck.users().signUp(email, password)));
    }
}
