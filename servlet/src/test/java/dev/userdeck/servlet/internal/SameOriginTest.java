package dev.userdeck.servlet.internal;

import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.servlet.Browser;
import dev.userdeck.servlet.WebServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SameOriginTest {
    private static WebServer server;
    private static Browser silent;

    @BeforeAll
    static void start() {
        server = new WebServer("/").servlet(new ProbeServlet(), "/*").start();
        silent = new Browser(server.uri()).with("Sec-Fetch-Site", null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theBrowsersWordDecides() {
        assertPasses(silent.with("Sec-Fetch-Site", "same-origin"));
        for (String site : List.of("cross-site", "same-site", "none", "", "Same-Origin", "same-origin, cross-site")) {
            assertRefused(silent.with("Sec-Fetch-Site", site));
        }
    }

    @Test
    void ourOriginDoesNotHelpWhenTheBrowserSaysOtherwise() {
        assertRefused(silent.with("Sec-Fetch-Site", "cross-site").with("Origin", own()));
    }

    @Test
    void withoutThatTheOriginMustBeOurs() {
        assertPasses(silent.with("Origin", own()));
        for (String origin : List.of(
                "null",
                "",
                "https://127.0.0.1:" + server.uri().getPort(),
                "http://127.0.0.1",
                "http://localhost:" + server.uri().getPort(),
                "http://evil.example",
                own() + ".evil.example",
                own() + "/path",
                "http://a@127.0.0.1:" + server.uri().getPort())) {
            assertRefused(silent.with("Origin", origin));
        }
    }

    @Test
    void aConfiguredOriginIsOurs() {
        assertPasses(silent.with("Origin", "https://app.example.org"));
        assertPasses(silent.with("Origin", "https://APP.example.org:443"));
        assertRefused(silent.with("Origin", "http://app.example.org"));
        assertRefused(silent.with("Origin", "https://app.example.org:8443"));
    }

    @Test
    void behindATrustedProxyOurOriginIsTheOneItTells() {
        Browser proxied = silent.with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "users.example.org");

        assertPasses(proxied.with("Origin", "https://users.example.org"));
        assertRefused(proxied.with("Origin", own()));
    }

    @Test
    void withNeitherItIsRefused() {
        assertRefused(silent);
    }

    @Test
    void readingNeedsNoWord() {
        assertThat(silent.get("/things").statusCode()).isEqualTo(200);
        assertThat(silent.with("Sec-Fetch-Site", "cross-site").get("/things").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoOriginCannotBeConfigured() {
        for (String origin : List.of("app.example.org", "https://app.example.org/", "null", "https://", "*")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SameOrigin(List.of(origin)))
                    .withMessageContaining(origin);
        }
    }

    private static String own() {
        return server.uri().toString();
    }

    private static void assertPasses(Browser browser) {
        assertThat(browser.post("/maps", "{}").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(Browser browser) {
        assertProblem(browser.post("/maps", "{}"), 403, "cross-site");
    }
}
