package dev.userdeck.servlet;

import static dev.userdeck.audit.AuditActions.SESSION_THEFT_DETECTED;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class SessionRotationTest {
    private static final String ADA =
            "{\"email\":\"ada@example.org\",\"password\":\"violet kettle on the 9th shelf\",\"name\":\"Ada\"}";
    private static final Duration ROTATION = Duration.ofMinutes(30);
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final TestClock clock = TestClock.create();
    private Userdeck userdeck;
    private WebServer server;
    private Browser page;
    private Browser ada;
    private String token;

    @BeforeEach
    void signAdaUp(TestDatabase database) {
        this.userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        var filter = SessionFilter.builder(userdeck)
                .requiredUnder("/account")
                .cookiePath("/app")
                .build();
        this.server = new WebServer("/app")
                .filter(filter, "/account/*")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .servlet(new AccountServlet(), "/account/*")
                .start();
        this.page = new Browser(server.uri().resolve("/app"));
        HttpResponse<String> signedUp = page.post("/auth/signup", ADA);
        String cookie = cookies(signedUp).get(0);
        this.token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        this.ada = page.withCookieOf(signedUp);
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void aPageReplacesTheCookie() {
        assertThat(cookies(ada.get("/account"))).isEmpty();
        clock.advance(ROTATION);

        HttpResponse<String> answer = ada.get("/account");

        assertThat(answer.body()).isEqualTo("ada's account");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(cookies(answer))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("userdeck_session=")
                        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/app;", "; Max-Age="));
        assertThat(cookies(ada.withCookieOf(answer).get("/account"))).isEmpty();
    }

    @Test
    void askingForTheSessionReplacesTheCookie() {
        clock.advance(ROTATION);

        HttpResponse<String> answer = ada.get("/auth/session");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies(answer)).hasSize(1);
        assertThat(ada.withCookieOf(answer).get("/auth/session").statusCode()).isEqualTo(200);
    }

    @Test
    void requestsAtTheSameTimeAllPassAndOneReplacesIt() throws InterruptedException, ExecutionException {
        clock.advance(ROTATION);
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(4);
        List<Future<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(pool.submit(() -> {
                start.await();
                return ada.get("/account");
            }));
        }

        start.countDown();

        List<String> cookies = new ArrayList<>();
        for (Future<HttpResponse<String>> each : all) {
            assertThat(each.get().statusCode()).isEqualTo(200);
            cookies.addAll(cookies(each.get()));
        }
        assertThat(cookies).hasSize(1);
        pool.shutdown();
    }

    @Test
    void anOldCopyOfTheCookieSignsOut() {
        clock.advance(ROTATION);
        Browser after = ada.withCookieOf(ada.get("/account"));
        assertThat(after.get("/account").statusCode()).isEqualTo(200);
        clock.advance(GRACE);

        assertProblem(ada.get("/account"), 401, "sign-in-required");

        assertProblem(after.get("/account"), 401, "sign-in-required");
        assertProblem(after.get("/auth/session"), 401, "sign-in-required");
        assertThat(userdeck.audit().list(AuditQuery.of(Scope.all()).size(10)).items())
                .filteredOn(event -> event.action().equals(SESSION_THEFT_DETECTED))
                .singleElement()
                .extracting(AuditEvent::actor)
                .satisfies(actor -> assertThat(actor.ip()).isEqualTo("127.0.0.1"));
    }

    @Test
    void signingInAndOutSetOneCookieEach() {
        clock.advance(ROTATION);

        HttpResponse<String> signedIn = ada.post("/auth/signin", ADA.replace(",\"name\":\"Ada\"", ""));
        clock.advance(ROTATION);
        HttpResponse<String> signedOut = ada.withCookieOf(signedIn).post("/auth/signout");

        assertThat(cookies(signedIn)).hasSize(1);
        assertThat(cookies(signedOut))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).startsWith("userdeck_session=;"));
        assertProblem(ada.withCookieOf(signedIn).get("/account"), 401, "sign-in-required");
    }

    @Test
    void theFilterKeepsTheCookieSecureWhereTheAppSaysSo() {
        var filter =
                SessionFilter.builder(userdeck).required().alwaysSecureCookie().build();
        clock.advance(ROTATION);
        try (var other = new WebServer("/shop")
                .filter(filter, "/*")
                .servlet(new AccountServlet(), "/*")
                .start()) {
            Browser there =
                    new Browser(other.uri().resolve("/shop")).with("Cookie", "__Secure-userdeck_session=" + token);

            assertThat(cookies(there.get("/account")))
                    .singleElement()
                    .satisfies(cookie ->
                            assertThat(cookie).contains("; Path=/shop;").endsWith("; Secure"));
        }
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    /** Says whose page it is. */
    private static final class AccountServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            boolean isSignedIn = SessionFilter.session(request).isPresent();
            response.getWriter().write(isSignedIn ? "ada's account" : "nobody's account");
        }
    }
}
