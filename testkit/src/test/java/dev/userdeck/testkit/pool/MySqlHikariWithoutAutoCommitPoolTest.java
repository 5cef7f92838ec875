package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlHikariWithoutAutoCommitPoolTest extends HostPoolContract {
    @Override
    HostPool open(String url) {
        return PlainPool.of(Pools.hikari(url, false));
    }
}
