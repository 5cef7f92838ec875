package dev.userdeck.testkit.contract;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MariaDb.class)
class MariaDbMailRepeatsTest extends MailRepeatsContract {}
