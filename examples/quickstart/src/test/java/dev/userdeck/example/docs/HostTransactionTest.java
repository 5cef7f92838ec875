package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A sign-up and a row of the app's own, in one transaction. */
class HostTransactionTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "plum tundra violet 47";

    @Test
    void theCustomerAndTheUserComeTogether() throws SQLException {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                Userdeck userdeck = Userdeck.builder().dataSource(dataSource).start()) {
            statement.execute("create table customer (user_id varchar(128) primary key, newsletter boolean)");

            assertThat(register(dataSource, userdeck, EMAIL, PASSWORD)).isTrue();
            assertThat(register(dataSource, userdeck, EMAIL, PASSWORD)).isFalse();

            try (ResultSet row = statement.executeQuery("select count(*) from customer")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
            statement.execute("shutdown");
        }
    }

    private static boolean register(DataSource dataSource, Userdeck userdeck, String email, String password)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            CreateUserResult result =
                    userdeck.inTransaction(connection, () -> userdeck.users().signUp(email, password));
            if (result instanceof CreateUserResult.Created created) {
                insertCustomer(connection, created.user().id());
                connection.commit();
                return true;
            }
            connection.rollback();
            return false;
        }
    }

    private static void insertCustomer(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into customer values (?, false)")) {
            insert.setString(1, user.value());
            insert.executeUpdate();
        }
    }
}
