package dev.userdeck.hosts;

/** The app in Tomcat 11. */
class Tomcat11Test extends HostContract {
    Tomcat11Test() {
        super(new TomcatHost("11"));
    }
}
