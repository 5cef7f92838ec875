package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlAgroalPoolTest extends HostPoolContract {
    @Override
    HostPool open(String url) throws Exception {
        return PlainPool.of(Pools.agroal(url));
    }
}
