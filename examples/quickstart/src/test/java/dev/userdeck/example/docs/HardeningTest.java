package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.user.CreateUserResult;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** What the documentation says of an app's own part in security, tried. */
class HardeningTest {
    @Test
    void sessionsLiveAsLongAsTheAppSays() {
        try (var userdeck = Hardening.shortSessions().inMemory().start()) {
            var ada = (CreateUserResult.Created) userdeck.users().signUp("ada@example.org", "plum tundra violet 47");

            IssuedSession issued = userdeck.sessions()
                    .create(ada.user().id(), SessionOrigin.of("password"))
                    .orElseThrow();

            assertThat(Duration.between(
                            issued.session().createdAt(), issued.session().expiresAt()))
                    .isEqualTo(Duration.ofHours(12));
        }
    }

    @Test
    void browsersAreToldToComeByTlsAlone() throws Exception {
        var server = new Server();
        var connector = Hardening.againstSlowClients(server);
        connector.setHost("localhost");
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new ForwardedRequestCustomizer());
        server.addConnector(connector);
        var context = new ServletContextHandler();
        context.addFilter(new FilterHolder(new StrictTransport()), "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        try {
            URI page = URI.create("http://localhost:" + connector.getLocalPort() + "/");
            var tls = HttpRequest.newBuilder(page).header("X-Forwarded-Proto", "https");

            assertThat(header(tls)).isEqualTo("max-age=31536000");
            assertThat(header(HttpRequest.newBuilder(page))).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static String header(HttpRequest.Builder request) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        return answer.headers().firstValue("Strict-Transport-Security").orElse("");
    }
}
