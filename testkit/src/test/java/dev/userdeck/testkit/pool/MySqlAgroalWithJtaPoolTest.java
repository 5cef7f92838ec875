package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlAgroalWithJtaPoolTest extends HostPoolContract {
    @Override
    HostPool open(String url) throws Exception {
        return new JtaPool(Pools.agroalWithJta(url, null));
    }
}
