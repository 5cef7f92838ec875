package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlSpringsTransactionAwareProxyTest extends HostPoolContract {
    @Override
    HostPool open(String url) {
        return SpringPools.transactionAware(url, true);
    }
}
