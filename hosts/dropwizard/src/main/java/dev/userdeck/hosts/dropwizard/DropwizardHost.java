package dev.userdeck.hosts.dropwizard;

import dev.userdeck.hosts.app.HostedApp;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;

/** Serves the app. */
public final class DropwizardHost extends Application<Configuration> {
    /** Runs until it is stopped: {@code server <settings>}. */
    public static void main(String[] args) throws Exception {
        new DropwizardHost().run(args);
    }

    @Override
    public void run(Configuration settings, Environment environment) {
        environment.jersey().disable();
        environment.getApplicationContext().addEventListener(new HostedApp());
        environment.lifecycle().addServerLifecycleListener(server -> System.out.println("The host is ready."));
    }
}
