package dev.userdeck.testkit.contract;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.UserSearch;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresUsersSearchTest extends UsersSearchContract {

    @Override
    protected UserSearch expected() {
        return UserSearch.CONTAINS;
    }
}
