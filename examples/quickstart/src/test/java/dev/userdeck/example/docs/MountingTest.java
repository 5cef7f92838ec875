package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.BiConsumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the documentation says of mounting, tried. */
class MountingTest {
    private Userdeck userdeck;
    private Server server;

    @BeforeEach
    void start() {
        userdeck = Userdeck.builder().inMemory().start();
        server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("localhost");
        server.addConnector(connector);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        userdeck.close();
    }

    @Test
    void aPageThatNeedsASessionLeadsToTheSignInPage() throws Exception {
        serve(Mounting::signUpAndIn);

        HttpResponse<String> answer = get("/account/orders");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("./../signin.html");
    }

    @Test
    void theDashboardIsClosedToWhomTheHostDoesNotVouchFor() throws Exception {
        serve(Mounting::dashboardBehindTheHostsLogin);

        assertThat(get("/internal/users/api/users").statusCode()).isEqualTo(401);
    }

    @Test
    void theDashboardsOwnOperatorsBeginWithSetUp() throws Exception {
        serve((app, deck) -> app.addServlet("dashboard", Mounting.dashboardWithItsOwnOperators(deck))
                .addMapping("/dashboard/*"));

        assertThat(get("/dashboard/api/session").body()).contains("\"authentication\":\"setup\"");
    }

    @Test
    void aProgramComesInByAKey() throws Exception {
        serve(Mounting::dashboardBehindTheHostsLogin);
        URI url = server.getURI().resolve("/internal/users/api/users?size=10");
        var request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + Mounting.keyFor(userdeck, "crm-sync"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"items\"");
    }

    private void serve(BiConsumer<ServletContext, Userdeck> mounting) throws Exception {
        var context = new ServletContextHandler();
        context.addServletContainerInitializer((classes, app) -> mounting.accept(app, userdeck));
        server.setHandler(context);
        server.start();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI url = server.getURI().resolve(path);
        var request = HttpRequest.newBuilder(url).header("Accept", "text/html").build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
