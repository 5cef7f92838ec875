package dev.userdeck.testkit.contract.h2;

import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.OperatorFactorsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class H2OperatorFactorsTest extends OperatorFactorsContract {}
