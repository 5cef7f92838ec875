package dev.userdeck.testkit;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbTestDatabaseTest extends TestDatabaseContract {}
