package dev.userdeck.hosts;

import java.util.Map;

/** The app in Payara Micro. */
class PayaraTest extends HostContract {
    PayaraTest() {
        super(new PayaraHost());
    }

    /** With a data source of the server's in one of the two. */
    @Override
    Setting setting(boolean gzip) throws Exception {
        return gzip ? new Setting(true, Map.of("root", "jndi:" + PayaraHost.DATA_SOURCE)) : super.setting(false);
    }
}
