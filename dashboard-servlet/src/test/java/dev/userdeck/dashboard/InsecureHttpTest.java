package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plain HTTP is for the browser's own machine. */
@ExtendWith(TestDatabase.H2.class)
class InsecureHttpTest {
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
    void otherMachinesAreRefusedWithAPageThatSaysWhatToDo() {
        world.hostLogin();

        String page = ask("/users/", "example.org");

        assertThat(page).startsWith("HTTP/1.1 403").contains("needs HTTPS").contains("allowInsecureHttp()");
        assertThat(page).contains("Content-Security-Policy: default-src 'none'");
    }

    @Test
    void theirApiCallsAreRefusedWithAProblem() {
        world.hostLogin();

        String problem = ask("/users/api/users", "example.org", "X-Operator: OWNER");

        assertThat(problem).startsWith("HTTP/1.1 403").contains("problems/https-required");
    }

    @Test
    void theOwnMachineIsServed() {
        world.hostLogin();

        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "app.localhost", "127.1.2.3:8080"}) {
            assertThat(ask("/users/", host)).as(host).startsWith("HTTP/1.1 200");
        }
        for (String host : new String[] {"localhost.example.org", "127.0.0.1.example.org", "10.0.0.1"}) {
            assertThat(ask("/users/", host)).as(host).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void whoComesThroughAProxyIsNotOnTheOwnMachine() {
        world.hostLogin();

        for (String header : new String[] {
            "X-Forwarded-For: 203.0.113.9",
            "x-forwarded-proto: http",
            "X-Forwarded-Host: app.example.org",
            "Forwarded: for=203.0.113.9",
            "Via: 1.1 proxy",
            "X-Real-IP: 203.0.113.9"
        }) {
            assertThat(ask("/users/", "localhost", header)).as(header).startsWith("HTTP/1.1 403");
            assertThat(ask("/users/api/users", "localhost", header, "X-Operator: OWNER"))
                    .as(header)
                    .startsWith("HTTP/1.1 403")
                    .contains("problems/https-required");
        }
    }

    @Test
    void whoOnlySaysToBeOnTheOwnMachineIsRefused() {
        for (String peer : new String[] {"203.0.113.9", "10.0.0.1", "2001:db8::1", "127.0.0.1.example", ""}) {
            assertThat(servedTo(peer)).as(peer).isEqualTo(403);
        }
        for (String peer : new String[] {"127.0.0.1", "127.9.9.9", "::1", "[0:0:0:0:0:0:0:1]", "::1%lo"}) {
            assertThat(servedTo(peer)).as(peer).isEqualTo(200);
        }
    }

    /** The status that a client at this address gets, who asks for localhost. */
    private int servedTo(String peer) {
        jakarta.servlet.Filter from = (request, response, chain) -> chain.doFilter(
                new jakarta.servlet.http.HttpServletRequestWrapper((jakarta.servlet.http.HttpServletRequest) request) {
                    @Override
                    public String getRemoteAddr() {
                        return peer;
                    }
                },
                response);
        var servlet = DashboardServlet.builder(world.userdeck)
                .operators(DashboardFixture::byHeader)
                .uiFolder(DashboardFixture.UI)
                .build();
        try (var host = JettyHost.serving(servlet, "/", "/*", from)) {
            return new Client(host.at("/")).get("").statusCode();
        }
    }

    @Test
    void theLogWarnsOnceOfASilentProxy() {
        world.hostLogin();

        ask("/users/", "localhost");
        ask("/users/", "localhost");

        assertThat(world.logged())
                .filteredOn(line -> line.contains("without TLS"))
                .hasSize(1);
    }

    @Test
    void theHostMayAllowIt() {
        world.serve(builder -> builder.operators(DashboardFixture::byHeader).allowInsecureHttp());

        assertThat(ask("/users/", "example.org")).startsWith("HTTP/1.1 200");
        assertThat(ask("/users/api/session", "example.org", "X-Operator: OWNER"))
                .startsWith("HTTP/1.1 200");
    }

    private String ask(String path, String host, String... headers) {
        var lines = new java.util.ArrayList<String>();
        lines.add("GET " + path + " HTTP/1.1");
        lines.add("Host: " + host);
        lines.addAll(java.util.List.of(headers));
        return Client.raw(world.port(), lines.toArray(String[]::new));
    }
}
