package dev.userdeck.testkit.contract.mariadb;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.OutboxListContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbOutboxListTest extends OutboxListContract {}
