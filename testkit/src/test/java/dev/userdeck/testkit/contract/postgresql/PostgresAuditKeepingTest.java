package dev.userdeck.testkit.contract.postgresql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.AuditKeepingContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresAuditKeepingTest extends AuditKeepingContract {}
