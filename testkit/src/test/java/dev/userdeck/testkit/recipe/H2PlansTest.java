package dev.userdeck.testkit.recipe;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class H2PlansTest extends PlansContract {}
