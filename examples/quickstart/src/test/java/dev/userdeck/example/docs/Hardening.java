package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What an app sets where more is at stake. */
final class Hardening {
    private Hardening() {}

    static Userdeck.Builder shortSessions() {
        return Userdeck.builder().sessionIdleTimeout(Duration.ofHours(12)).sessionLifetime(Duration.ofDays(7));
    }

    static ServerConnector againstSlowClients(Server server) {
        var http = new HttpConfiguration();
        http.setMinRequestDataRate(1_000); // bytes a second
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setIdleTimeout(30_000); // milliseconds
        return connector;
    }
}
