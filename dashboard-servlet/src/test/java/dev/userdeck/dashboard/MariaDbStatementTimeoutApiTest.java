package dev.userdeck.dashboard;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbStatementTimeoutApiTest extends StatementTimeoutApiContract {}
