package dev.userdeck.testkit.contract.postgresql;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.UsersSearchContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL where the extension {@code pg_trgm} may not be made: users are found from the start of a word. */
@ExtendWith(TestDatabase.Postgres.class)
class PostgresWordSearchTest extends UsersSearchContract {

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin execute format('revoke create on database %I from current_user',"
                    + " current_database()); end $$");
        } catch (SQLException e) {
            throw new IllegalStateException("Can't take the right to make extensions away", e);
        }
        return super.configure(builder);
    }
}
