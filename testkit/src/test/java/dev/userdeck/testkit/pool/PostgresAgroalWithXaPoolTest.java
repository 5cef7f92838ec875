package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Postgres.class)
class PostgresAgroalWithXaPoolTest extends HostPoolContract {
    @Override
    HostPool open(String url) throws Exception {
        return new JtaPool(Pools.agroalWithJta(url, "org.postgresql.xa.PGXADataSource"));
    }
}
