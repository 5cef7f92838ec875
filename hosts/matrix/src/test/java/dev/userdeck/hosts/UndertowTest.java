package dev.userdeck.hosts;

/** The app in Undertow. */
class UndertowTest extends HostContract {
    UndertowTest() {
        super(new EmbeddedHost("undertow", "Undertow", false));
    }
}
