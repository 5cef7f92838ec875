package dev.userdeck.hosts;

/** The app in Quarkus. */
class QuarkusTest extends HostContract {
    QuarkusTest() {
        super(new QuarkusHost());
    }
}
