package dev.userdeck.hosts;

import java.util.Map;

/** The app in WildFly. */
class WildFlyTest extends HostContract {
    WildFlyTest() {
        super(new WildFlyHost());
    }

    /** With a data source of the server's in one of the two. */
    @Override
    Setting setting(boolean gzip) throws Exception {
        return gzip ? new Setting(true, Map.of("root", "jndi:" + WildFlyHost.DATA_SOURCE)) : super.setting(false);
    }
}
