package dev.userdeck.testkit.contract.postgresql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.UserImportLimitsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresUserImportLimitsTest extends UserImportLimitsContract {}
