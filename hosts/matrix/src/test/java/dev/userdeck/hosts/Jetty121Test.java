package dev.userdeck.hosts;

/** The app in Jetty 12.1, for Jakarta EE 11. */
class Jetty121Test extends HostContract {
    Jetty121Test() {
        super(new EmbeddedHost("jetty-12.1", "Jetty 12.1, ee11, WAR", true));
    }
}
