package dev.userdeck.testkit.pool;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A host's table of orders, beside Userdeck's users. */
final class Host {
    static final String PASSWORD = "plum tundra violet 47";

    private final TestDatabase database;

    Host(TestDatabase database) throws SQLException {
        this.database = database;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table host_order (id integer not null primary key)");
        }
    }

    static Userdeck.Builder builder() {
        return Userdeck.builder().clock(TestClock.create()).maintenance(Userdeck.Maintenance.MANUAL);
    }

    static User createUser(Userdeck userdeck, String email) {
        CreateUserResult result = userdeck.users().create(NewUser.withEmail(email), Actor.system());
        return ((CreateUserResult.Created) result).user();
    }

    static int users(Userdeck userdeck) {
        return userdeck.users().list(UserQuery.of(Scope.all())).items().size();
    }

    static int insertOrder(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into host_order (id) values (" + id + ")");
        }
    }

    int orders() throws SQLException {
        return count("host_order");
    }

    int count(String table) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
