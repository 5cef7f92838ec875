package dev.userdeck.testkit.recipe;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlPlansTest extends PlansContract {}
