package dev.userdeck.testkit.contract.mysql;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.OperatorFactorsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlOperatorFactorsTest extends OperatorFactorsContract {}
