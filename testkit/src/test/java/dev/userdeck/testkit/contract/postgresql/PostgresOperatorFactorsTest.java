package dev.userdeck.testkit.contract.postgresql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.OperatorFactorsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresOperatorFactorsTest extends OperatorFactorsContract {}
