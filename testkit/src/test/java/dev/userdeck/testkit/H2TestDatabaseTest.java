package dev.userdeck.testkit;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class H2TestDatabaseTest extends TestDatabaseContract {}
