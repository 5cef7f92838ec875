package dev.userdeck.testkit;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresTestDatabaseTest extends TestDatabaseContract {}
