package dev.userdeck.testkit.contract.postgresql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.LoginMethodsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresLoginMethodsTest extends LoginMethodsContract {}
