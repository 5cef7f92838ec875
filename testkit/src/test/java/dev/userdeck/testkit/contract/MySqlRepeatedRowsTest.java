package dev.userdeck.testkit.contract;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlRepeatedRowsTest extends RepeatedRowsContract {}
