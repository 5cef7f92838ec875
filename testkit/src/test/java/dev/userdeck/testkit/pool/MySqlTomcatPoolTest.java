package dev.userdeck.testkit.pool;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.MySql.class)
class MySqlTomcatPoolTest extends HostPoolContract {
    @Override
    HostPool open(String url) {
        return Pools.tomcat(url, true);
    }
}
