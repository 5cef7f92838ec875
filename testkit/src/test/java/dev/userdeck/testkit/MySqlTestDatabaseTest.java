package dev.userdeck.testkit;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlTestDatabaseTest extends TestDatabaseContract {}
