package dev.userdeck.testkit.pool;

import static dev.userdeck.testkit.pool.Host.createUser;
import static dev.userdeck.testkit.pool.Host.insertOrder;
import static dev.userdeck.testkit.pool.Host.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A pool that hands a connection on as it was given back, whatever is open on it. */
@ExtendWith(TestDatabase.H2.class)
class H2CarelessPoolTest {
    private TestDatabase database;
    private Host rows;
    private Connection connection;

    @BeforeEach
    void connect(TestDatabase fresh) throws SQLException {
        database = fresh;
        rows = new Host(database);
        try (Userdeck first = Host.builder().dataSource(database.dataSource()).start()) {
            assertThat(users(first)).isZero();
        }
        connection = DriverManager.getConnection(database.jdbcUrl());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private Userdeck start() {
        return Host.builder()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .migration(Userdeck.Migration.NONE)
                .start();
    }

    @Test
    void whatArrivesInsideAnUnknownTransactionIsRefusedAndStaysAsItIs() throws SQLException {
        try (Userdeck userdeck = start()) {
            connection.setAutoCommit(false);
            insertOrder(connection, 1);

            assertThatThrownBy(() -> createUser(userdeck, "ada@example.org"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inTransaction")
                    .hasMessageContaining("surroundingTransaction")
                    .hasMessageContaining("reset auto-commit");
            assertThatThrownBy(() -> users(userdeck)).isInstanceOf(IllegalStateException.class);
            assertThat(userdeck.inTransaction(connection, () -> createUser(userdeck, "bob@example.org")))
                    .isNotNull();
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(rows.orders()).isEqualTo(1);
            assertThat(users(userdeck)).isEqualTo(1);
        }
    }

    @Test
    void whatSomebodyLeftOpenInAPoolWithoutAutoCommitIsNotCommitted() throws SQLException {
        connection.setAutoCommit(false);
        try (Userdeck userdeck = start()) {
            insertOrder(connection, 1);
            createUser(userdeck, "ada@example.org");

            assertThat(rows.orders()).isZero();
            assertThat(rows.count("ud_user")).isEqualTo(1);
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @Test
    void whereAutoCommitIsOffByTheThreadAloneStartIsRefused() throws SQLException {
        var perThread = new DelegatingDataSource(database.dataSource()) {
            private final Thread busy = Thread.currentThread();

            @Override
            public Connection getConnection() throws SQLException {
                Connection borrowed = super.getConnection();
                borrowed.setAutoCommit(Thread.currentThread() != busy);
                return borrowed;
            }
        };

        assertThatThrownBy(() -> Host.builder().dataSource(perThread).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("inside a transaction");
    }
}
