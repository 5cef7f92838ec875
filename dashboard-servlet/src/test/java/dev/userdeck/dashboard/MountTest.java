package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard is a guest: it lives under whatever path it is given. */
@ExtendWith(TestDatabase.H2.class)
class MountTest {
    private static final Pattern BASE = Pattern.compile("<base href=\"([./]+)\" />");

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
    void worksAtTheRoot() {
        worksAt("/", "/*", "/");
    }

    @Test
    void worksAsTheDefaultServlet() {
        worksAt("/", "/", "/");
    }

    @Test
    void worksBelowAPath() {
        worksAt("/", "/a/b/*", "/a/b/");
    }

    @Test
    void worksInAContextPath() {
        worksAt("/shop", "/*", "/shop/");
    }

    @Test
    void worksBelowAPathInAContextPath() {
        worksAt("/shop", "/a/b/*", "/shop/a/b/");
    }

    @Test
    void worksAsTheDefaultServletInAContextPath() {
        worksAt("/shop", "/", "/shop/");
    }

    private void worksAt(String contextPath, String mapping, String mount) {
        try (var host = serving(contextPath, mapping)) {
            URI root = host.at(mount);
            var client = new Client(root).with("Accept", "text/html").with("X-Operator", "ADMIN");

            for (String page :
                    new String[] {"", "users", "users/42", "users/", "p/some-page", "a/b/c/d", "users/a%20b"}) {
                HttpResponse<String> shell = client.get(page);
                assertThat(shell.statusCode()).as(page).isEqualTo(200);
                assertThat(base(shell, root.resolve(page))).as(page).isEqualTo(root);
            }
            assertThat(client.get("assets/app-1a2b3c4d.js").statusCode()).isEqualTo(200);
            assertThat(client.get("api/session").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aProxyMayStripAPrefix() {
        try (var host = serving("/", "/*")) {
            HttpResponse<String> shell =
                    new Client(host.at("/")).with("Accept", "text/html").get("users/42");

            URI seenByTheBrowser = URI.create("https://example.org/team/admin/users/42");
            assertThat(base(shell, seenByTheBrowser)).isEqualTo(URI.create("https://example.org/team/admin/"));
        }
    }

    @Test
    void aMissingEndSlashIsARelativeRedirectThatKeepsTheQuery() {
        try (var host = serving("/shop", "/a/b/*")) {
            URI asked = host.at("/shop/a/b?x=1%20y");

            HttpResponse<String> answer = new Client(asked).get(asked.toString());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("./b/?x=1%20y");
            assertThat(asked.resolve("./b/?x=1%20y")).isEqualTo(host.at("/shop/a/b/?x=1%20y"));
        }
    }

    @Test
    void aMissingEndSlashLeadsNowhereElse() {
        try (var host = serving("/", "/*")) {
            String answer =
                    Client.raw(host.port(), "GET //evil.example HTTP/1.1", "Host: localhost", "Accept: text/html");

            assertThat(answer).doesNotContainIgnoringCase("Location:");
        }
    }

    private JettyHost serving(String contextPath, String mapping) {
        var servlet = DashboardServlet.builder(world.userdeck)
                .operators(DashboardFixture::byHeader)
                .uiFolder(DashboardFixture.UI)
                .build();
        return JettyHost.serving(servlet, contextPath, mapping);
    }

    /** Where a browser that loaded this page from {@code address} takes relative links to. */
    private static URI base(HttpResponse<String> shell, URI address) {
        Matcher base = BASE.matcher(shell.body());
        assertThat(base.find()).isTrue();
        return address.resolve(base.group(1));
    }
}
