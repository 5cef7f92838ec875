package dev.userdeck.hosts;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One place at which the dashboard is mounted in a running host. */
final class Cell {
    private final String mount;
    private final URI dashboard;
    private final @Nullable URI app;
    private final boolean gzip;
    private final String token;
    private @Nullable Client operator;

    /**
     * A place that nobody has been at yet.
     *
     * @param mount as the table names it
     * @param dashboard its address, with a slash at the end
     * @param app the address of the app that it is part of, null where a proxy shows nothing else of it
     * @param gzip whether the host compresses what it sends
     * @param token makes the first operator, where there is none yet
     */
    Cell(String mount, URI dashboard, @Nullable URI app, boolean gzip, String token) {
        this.mount = mount;
        this.dashboard = dashboard;
        this.app = app;
        this.gzip = gzip;
        this.token = token;
    }

    String mount() {
        return mount;
    }

    URI dashboard() {
        return dashboard;
    }

    @Nullable
    URI app() {
        return app;
    }

    boolean gzip() {
        return gzip;
    }

    String token() {
        return token;
    }

    /** Nobody yet. */
    Client stranger() {
        return new Client(dashboard);
    }

    /** An operator, made or signed in, whatever it takes here; the same for all checks. */
    Client operator() {
        if (operator == null) {
            Client client = stranger();
            Entrance.enter(client, token);
            operator = client;
        }
        return operator;
    }

    @Override
    public String toString() {
        return mount + (gzip ? ", gzip" : "");
    }
}
