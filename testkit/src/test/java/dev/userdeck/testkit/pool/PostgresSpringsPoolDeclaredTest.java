package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresSpringsPoolDeclaredTest extends HostPoolContract {
    @Override
    HostPool open(String url) {
        return SpringPools.declared(url, true);
    }
}
