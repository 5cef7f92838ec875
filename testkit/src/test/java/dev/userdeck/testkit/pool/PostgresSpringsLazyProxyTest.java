package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresSpringsLazyProxyTest extends HostPoolContract {
    @Override
    HostPool open(String url) {
        return SpringPools.lazy(url);
    }
}
