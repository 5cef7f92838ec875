package dev.userdeck.testkit.contract.postgresql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.UsersSearchContract;
import dev.userdeck.user.SearchMode;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresUsersSearchTest extends UsersSearchContract {

    @Override
    protected SearchMode expected() {
        return SearchMode.CONTAINS;
    }
}
