package dev.userdeck.hosts;

import java.net.URI;

/**
 * One place at which the dashboard is mounted in a running host.
 *
 * @param mount as the table names it
 * @param dashboard its address, with a slash at the end
 * @param app the address of the app that it is part of
 * @param alone whether a proxy shows nothing of the app but the dashboard
 * @param gzip whether the host compresses what it sends
 * @param token makes the first operator, where there is none yet
 */
record Cell(String mount, URI dashboard, URI app, boolean alone, boolean gzip, String token) {
    /** Nobody yet. */
    Client stranger() {
        return new Client(dashboard);
    }

    /** An operator, made or signed in, whatever it takes here. */
    Client operator() {
        Client client = stranger();
        Entrance.enter(client, token);
        return client;
    }

    @Override
    public String toString() {
        return mount + (gzip ? ", gzip" : "");
    }
}
