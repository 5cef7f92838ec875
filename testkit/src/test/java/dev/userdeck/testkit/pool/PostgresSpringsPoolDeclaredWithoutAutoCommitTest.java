package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresSpringsPoolDeclaredWithoutAutoCommitTest extends HostPoolContract {
    @Override
    HostPool open(String url) {
        return SpringPools.declared(url, false);
    }
}
