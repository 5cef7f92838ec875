package dev.userdeck.testkit.contract;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresRepeatedRowsTest extends RepeatedRowsContract {}
