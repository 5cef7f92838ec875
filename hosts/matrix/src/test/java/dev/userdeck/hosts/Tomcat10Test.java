package dev.userdeck.hosts;

/** The app in Tomcat 10.1. */
class Tomcat10Test extends HostContract {
    Tomcat10Test() {
        super(new TomcatHost("10.1"));
    }
}
