package dev.userdeck.hosts;

/** The app in Jetty 12.0, for Jakarta EE 10. */
class Jetty120Test extends HostContract {
    Jetty120Test() {
        super(new EmbeddedHost("jetty-12.0", "Jetty 12.0, ee10", false));
    }
}
