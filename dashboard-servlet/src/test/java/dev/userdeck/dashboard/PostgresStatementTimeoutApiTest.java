package dev.userdeck.dashboard;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresStatementTimeoutApiTest extends StatementTimeoutApiContract {}
