package dev.userdeck.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in front of the dashboard refuses a request, and the operator reads who it was. */
class InFrontTest {
    private static final Setting MEMORY = new Setting(false, Map.of());

    @BeforeEach
    void isPartOfTheWholeRound() {
        Round.leaveOutOfTheQuickOne("what stands in front");
    }

    @Test
    void aFilterAgainstCsrfIsNamed() throws Exception {
        var tomcat = new TomcatHost("11");
        URI url = Places.freeUrl();
        Path base = tomcat.base(url, false);
        Files.copy(Places.war(), base.resolve("webapps/ROOT.war"));
        Path settings = base.resolve("conf/web.xml");
        Files.writeString(settings, Files.readString(settings).replace("</web-app>", """
                <filter>
                    <filter-name>csrf</filter-name>
                    <filter-class>org.apache.catalina.filters.RestCsrfPreventionFilter</filter-class>
                </filter>
                <filter-mapping>
                    <filter-name>csrf</filter-name>
                    <url-pattern>/admin/api/users</url-pattern>
                </filter-mapping>
                </web-app>"""));
        try (HostProcess host = tomcat.start(base, Places.properties(url, MEMORY));
                BrowserVisit visit = BrowserVisit.open()) {
            visit.enter(url.resolve("admin/"), host.setUpToken(url));
            visit.fillInANewUser();
            visit.inDialog("Create user").click();

            visit.sees("This change was refused before it reached the dashboard: by a CSRF filter");
            visit.takePictures("csrf-filter");
        }
    }

    @Test
    void aLimitForBodiesIsNamed() throws Exception {
        Assumptions.assumeTrue(NginxProxy.isInstalled());
        URI url = Places.freeUrl();
        try (HostProcess host = start(url);
                NginxProxy proxy = NginxProxy.start(url.resolve("admin/"), false, "client_max_body_size 1k;");
                BrowserVisit visit = BrowserVisit.open()) {
            visit.enter(proxy.dashboard(), host.setUpToken(url));
            visit.page().navigate(proxy.dashboard().resolve("imports").toString());
            String file = "email\n" + "somebody-with-a-long-name@example.org\n".repeat(100);
            visit.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("users.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            visit.button("Check the file").click();

            visit.sees("takes nothing of this size. Its limit for bodies has to be raised.");
            visit.takePictures("body-limit");
        }
    }

    @Test
    void aLoginThatSendsElsewhereIsNamed() throws Exception {
        Assumptions.assumeTrue(NginxProxy.isInstalled());
        URI url = Places.freeUrl();
        String login = "map $cookie_login $in { default 0; good 1; }";
        try (HostProcess host = start(url);
                NginxProxy proxy =
                        NginxProxy.behindALogin(url.resolve("admin/"), login, "if ($in = 0) { return 302 /login; }");
                BrowserVisit visit = BrowserVisit.open()) {
            Page page = visit.page();
            page.context()
                    .addCookies(List.of(
                            new Cookie("login", "good").setUrl(proxy.dashboard().toString())));
            visit.enter(proxy.dashboard(), host.setUpToken(url));
            visit.fillInANewUser();
            page.context()
                    .addCookies(List.of(
                            new Cookie("login", "over").setUrl(proxy.dashboard().toString())));
            visit.inDialog("Create user").click();

            visit.sees("as a login does when a session has ended. Reload the page.");
            assertThat(visit.field("Name")).hasValue("Ada Lovelace");
            visit.takePictures("login-redirect");
        }
    }

    private static HostProcess start(URI url) throws Exception {
        return new EmbeddedHost("undertow", "Undertow", false).start(url, MEMORY, List.of(Host.ROOT));
    }
}
