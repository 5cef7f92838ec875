package dev.userdeck.testkit.contract;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class H2RepeatedRowsTest extends RepeatedRowsContract {}
