package dev.userdeck.hosts;

/** The app in Dropwizard. */
class DropwizardTest extends HostContract {
    DropwizardTest() {
        super(new DropwizardHost());
    }
}
