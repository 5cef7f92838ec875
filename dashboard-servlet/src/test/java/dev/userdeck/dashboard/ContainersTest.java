package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.setCookie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same servlet in the containers that hosts use. */
@ExtendWith(TestDatabase.H2.class)
class ContainersTest {
    private DashboardFixture world;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void runsInJetty() {
        try (var host = JettyHost.serving(servlet(), "/shop", "/a/b/*")) {
            works(host.at("/shop/a/b/"));
        }
    }

    @Test
    void runsInTomcat(@TempDir Path folder) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var context = tomcat.addContext("/shop", folder.toString());
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    var dashboard = servletContext.addServlet("dashboard", servlet());
                    dashboard.setLoadOnStartup(1);
                    dashboard.addMapping("/a/b/*");
                },
                null);
        tomcat.start();
        try {
            works(URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/shop/a/b/"));
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private DashboardServlet servlet() {
        return DashboardServlet.builder(world.userdeck)
                .builtInOperators()
                .uiFolder(DashboardFixture.UI)
                .build();
    }

    private void works(URI mount) {
        var client = new Client(mount);
        world.user("ada@example.org");

        HttpResponse<String> shell = client.with("Accept", "text/html").get("users/42");
        HttpResponse<String> slash = client.get(mount.toString().replaceAll("/$", "?x=1"));
        HttpResponse<String> file = client.get("assets/app-1a2b3c4d.js");
        HttpResponse<String> missing = client.get("assets/none.js");
        HttpResponse<String> entrance = client.get("api/session");
        HttpResponse<String> entered = client.send(
                "POST",
                "api/setup",
                "{\"token\":\"" + world.setUpToken()
                        + "\",\"email\":\"ines@example.org\",\"name\":\"Ines\",\"password\":\""
                        + DashboardFixture.PASSWORD
                        + "\"}");
        HttpResponse<String> users = client.signedIn(entered).get("api/users");
        HttpResponse<String> crossSite =
                client.with("Sec-Fetch-Site", "cross-site").bare("DELETE", "api/session", null);

        assertThat(shell.body()).contains("<base href=\"../\" />");
        assertThat(slash.statusCode()).isEqualTo(302);
        assertThat(slash.headers().firstValue("Location")).hasValue("./b/?x=1");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(entrance.statusCode()).isEqualTo(401);
        assertThat(entered.statusCode()).isEqualTo(204);
        assertThat(setCookie(entered)).contains("HttpOnly", "SameSite=Strict").doesNotContainIgnoringCase("path=");
        assertThat(json(users).at("/items/0/email").asString()).isEqualTo("ada@example.org");
        assertThat(crossSite.statusCode()).isEqualTo(403);
    }
}
