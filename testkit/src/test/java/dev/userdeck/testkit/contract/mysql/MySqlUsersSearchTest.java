package dev.userdeck.testkit.contract.mysql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.UsersSearchContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlUsersSearchTest extends UsersSearchContract {}
