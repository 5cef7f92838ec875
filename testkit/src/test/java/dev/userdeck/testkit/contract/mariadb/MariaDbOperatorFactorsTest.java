package dev.userdeck.testkit.contract.mariadb;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.OperatorFactorsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbOperatorFactorsTest extends OperatorFactorsContract {}
