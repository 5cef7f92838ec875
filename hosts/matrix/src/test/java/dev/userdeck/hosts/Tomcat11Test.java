package dev.userdeck.hosts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;

/** The app in Tomcat 11. */
class Tomcat11Test extends HostContract {
    Tomcat11Test() {
        super(new TomcatHost("11"));
    }

    /** With a PostgreSQL in one of the two, its driver in the WAR. */
    @Override
    Setting setting(boolean gzip) throws Exception {
        if (!gzip) {
            return super.setting(false);
        }
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        closeAtTheEnd(postgres);
        return new Setting(true, Map.of("root", postgres.getJdbcUrl("postgres", "postgres")));
    }
}
