package dev.userdeck.dashboard;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlStatementTimeoutApiTest extends StatementTimeoutApiContract {}
