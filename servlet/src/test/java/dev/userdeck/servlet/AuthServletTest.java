package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertInvalid;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static dev.userdeck.servlet.HttpAssertions.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class AuthServletTest {
    private static final String PASSWORD = "violet kettle on the 9th shelf";
    private static final String ADA =
            "{\"email\":\"ada@example.org\",\"password\":\"" + PASSWORD + "\",\"name\":\"Ada\"}";
    private static final String ADA_AGAIN = "{\"email\":\"ADA@example.org\",\"password\":\"" + PASSWORD + "\"}";

    private TestDatabase database;
    private Userdeck userdeck;
    private WebServer server;
    private Browser page;

    @BeforeEach
    void start(TestDatabase database) {
        this.database = database;
        this.userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        this.server = new WebServer("/app")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .start();
        this.page = new Browser(server.uri().resolve("/app/auth"));
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void signingUpCreatesAUserAndSignsIn() {
        HttpResponse<String> answer = page.post("/signup", ADA);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        User ada = ada();
        assertThat(user(answer))
                .containsEntry("id", ada.id().value())
                .containsEntry("email", "ada@example.org")
                .containsEntry("name", "Ada")
                .doesNotContainKeys("password", "phone");
        assertThat(user(page.withCookieOf(answer).get("/session"))).isEqualTo(user(answer));
        assertThat(sessions(ada)).singleElement().satisfies(session -> {
            assertThat(session.method()).isEqualTo("password");
            assertThat(session.ip()).isEqualTo("127.0.0.1");
            assertThat(session.userAgent()).startsWith("Java-http-client");
        });
    }

    @Test
    void signingInOpensASession() {
        page.post("/signup", ADA);

        HttpResponse<String> answer = page.post("/signin", ADA_AGAIN);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(user(answer)).containsEntry("email", "ada@example.org");
        assertThat(page.withCookieOf(answer).get("/session").statusCode()).isEqualTo(200);
        assertThat(sessions(ada())).hasSize(2);
    }

    @Test
    void noAnswerIsAPage() {
        for (String path : List.of("/session", "/openapi.json", "/none")) {
            var headers = page.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).as(path).hasValue("no-store");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetOneAnswer() {
        page.post("/signup", ADA);

        HttpResponse<String> wrong = page.post("/signin", "{\"email\":\"ada@example.org\",\"password\":\"no\"}");
        HttpResponse<String> unknown = page.post("/signin", "{\"email\":\"nobody@example.org\",\"password\":\"no\"}");

        assertProblem(wrong, 401, "wrong-credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertProblem(page.post("/signin", "{\"email\":\"\",\"password\":\"\"}"), 401, "wrong-credentials");
    }

    @Test
    void afterTooManyWrongPasswordsItSaysWhenToTryAgain() {
        page.post("/signup", ADA);

        for (String email : List.of("ada@example.org", "nobody@example.org")) {
            String wrong = "{\"email\":\"" + email + "\",\"password\":\"no\"}";
            HttpResponse<String> answer = page.post("/signin", wrong);
            int tries = 1;
            // on a slow machine the first waits, of seconds, may be over before the next try
            for (; answer.statusCode() == 401 && tries < 12; tries++) {
                answer = page.post("/signin", wrong);
            }

            var seconds =
                    (Integer) assertProblem(answer, 429, "too-many-attempts").get("retryAfter");
            assertThat(tries).isGreaterThan(5);
            assertThat(seconds).isPositive();
            assertThat(answer.headers().firstValue("Retry-After")).hasValue(String.valueOf(seconds));
            assertThat((String) json(answer).get("detail"))
                    .startsWith("Too many attempts. Next one in " + seconds + " ");
        }
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookieAway() {
        Browser ada = page.withCookieOf(page.post("/signup", ADA));

        HttpResponse<String> answer = ada.post("/signout");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(cookie(answer)).startsWith("userdeck_session=;").contains("Max-Age=0", "Path=/app");
        assertProblem(ada.get("/session"), 401, "sign-in-required");
        assertThat(ada.post("/signout").statusCode()).isEqualTo(204);
        assertThat(page.post("/signout").statusCode()).isEqualTo(204);
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHad() {
        Browser before = page.withCookieOf(page.post("/signup", ADA));

        Browser after = page.withCookieOf(before.post("/signin", ADA_AGAIN));

        assertProblem(before.get("/session"), 401, "sign-in-required");
        assertThat(after.get("/session").statusCode()).isEqualTo(200);
        assertThat(sessions(ada())).hasSize(1);
    }

    @Test
    void whoIsNotSignedInIsToldSo() {
        assertProblem(page.get("/session"), 401, "sign-in-required");
        assertProblem(page.with("Cookie", "userdeck_session=nonsense").get("/session"), 401, "sign-in-required");
    }

    @Test
    void anEndedSessionIsRefusedAtItsNextRequest() {
        Browser ada = page.withCookieOf(page.post("/signup", ADA));
        assertThat(ada.get("/session").statusCode()).isEqualTo(200);

        Session session = sessions(ada()).get(0);
        userdeck.sessions().revoke(ada().id(), session.handle(), Scope.all(), Actor.system());

        assertProblem(ada.get("/session"), 401, "sign-in-required");
    }

    @Test
    void aDeletedUserIsRefusedAtTheNextRequest() {
        Browser ada = page.withCookieOf(page.post("/signup", ADA));

        userdeck.users().delete(ada().id());

        assertProblem(ada.get("/session"), 401, "sign-in-required");
        assertProblem(page.post("/signin", ADA_AGAIN), 401, "wrong-credentials");
    }

    @Test
    void theCookieIsKeptFromScriptsOtherSitesAndPlainHttp() {
        String plain = cookie(page.post("/signup", ADA));
        String secure = cookie(page.with("X-Forwarded-Proto", "https").post("/signin", ADA_AGAIN));

        assertThat(plain)
                .startsWith("userdeck_session=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/app;", "; Max-Age=")
                .doesNotContain("Secure", "Domain");
        assertThat(secure)
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/app;")
                .endsWith("; Secure");
    }

    @Test
    void theCookieCanBeNamedPlacedAndKeptSecureAlways() {
        var auth = AuthServlet.builder(userdeck)
                .cookieName("sid")
                .cookiePath("/shop")
                .alwaysSecureCookie()
                .build();
        try (var other = new WebServer("/").servlet(auth, "/*").start()) {
            String cookie = cookie(new Browser(other.uri()).post("/signup", ADA));

            assertThat(cookie)
                    .startsWith("__Secure-sid=")
                    .contains("; Path=/shop;")
                    .endsWith("; Secure");
        }
    }

    @Test
    void anotherTenantHasUsersOfItsOwn() {
        var blue = new TenantId("blue");
        userdeck.tenants().create(blue, "Blue", Actor.system());
        page.post("/signup", ADA);
        var auth = AuthServlet.builder(userdeck).tenant(blue).build();

        try (var other = new WebServer("/").servlet(auth, "/*").start()) {
            Browser there = new Browser(other.uri());

            assertProblem(there.post("/signin", ADA_AGAIN), 401, "wrong-credentials");
            assertThat(there.post("/signup", ADA).statusCode()).isEqualTo(201);
            assertThat(userdeck.users().findByEmail("ada@example.org", blue)).isPresent();
        }
    }

    @Test
    void aTakenAddressIsAConflictAtItsField() {
        page.post("/signup", ADA);

        HttpResponse<String> answer = page.post("/signup", ADA_AGAIN);

        assertThat(assertProblem(answer, 409, "email-taken").get("errors"))
                .asString()
                .contains("/email", "email-taken");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void ofTwoSignUpsAtOnceOneWins() throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        List<Future<Integer>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(pool.submit(() -> {
                start.await();
                return page.post("/signup", ADA).statusCode();
            }));
        }

        start.countDown();

        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(201, 409);
        pool.shutdown();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertInvalid(
                page.post("/signup", "{\"email\":\"nobody\",\"password\":\"" + PASSWORD + "\"}"),
                "/email",
                "email-invalid");
        assertThat(assertProblem(page.post("/signup", "{\"email\":\"\",\"password\":\"\"}"), 422, "invalid")
                        .get("errors"))
                .asString()
                .contains("/email", "/password");
        assertInvalid(page.post("/signup", "{\"email\":\"ada@example.org\"}"), "/password", "required");
        assertInvalid(page.post("/signin", "{\"password\":\"x\"}"), "/email", "required");
        assertInvalid(
                page.post("/signup", "{\"email\":\"a@example.org\",\"role\":\"admin\"}"), "/role", "unknown-field");
        assertInvalid(page.post("/signin", "{\"email\":[\"a\"],\"password\":\"x\"}"), "/email", "wrong-type");
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isEmpty();
    }

    @Test
    void noAnswerRepeatsThePassword() {
        String secret = "hunter2";
        for (String body : List.of(
                "{\"email\":\"ada@example.org\",\"password\":\"" + secret + "\"}",
                "{\"email\":\"nobody\",\"password\":\"" + secret + "\"}",
                "{\"email\":\"ada@example.org\",\"password\":[\"" + secret + "\"]}",
                "{\"email\":\"ada@example.org\",\"password\":\"" + secret + "\" oops}",
                "{\"email\":\"ada@example.org\",\"password\":" + secret + "}")) {
            assertThat(page.post("/signup", body).body()).doesNotContain(secret);
            assertThat(page.post("/signin", body).body()).doesNotContain(secret);
        }
    }

    @Test
    void everyWayInAnswersBadInputWithAProblem() {
        byte[] large = "x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        for (String path : List.of("/signup", "/signin")) {
            assertProblem(page.post(path, "{"), 400, "malformed");
            assertProblem(page.post(path, ""), 400, "malformed");
            assertProblem(
                    page.send("POST", path, BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xFF, '"'})),
                    400,
                    "malformed");
            assertProblem(page.post(path, "{\"email\":\"\\u0000\"}"), 400, "malformed");
            assertProblem(page.send("POST", path, BodyPublishers.ofByteArray(large)), 413, "too-large");
            assertProblem(page.with("Content-Type", "text/plain").post(path, "{}"), 415, "unsupported-media-type");
            assertInvalid(page.post(path, "[]"), "", "wrong-type");
            assertProblem(page.with("Sec-Fetch-Site", "cross-site").post(path, ADA), 403, "cross-site");
            assertProblem(page.with("Sec-Fetch-Site", null).post(path, ADA), 403, "cross-site");
            assertProblem(page.get(path), 405, "method-not-allowed");
            assertProblem(page.post(path + "/more", ADA), 404, "not-found");
        }
        assertProblem(page.with("Sec-Fetch-Site", "cross-site").post("/signout"), 403, "cross-site");
        assertThat(page.with("X-Large", "x".repeat(9_000)).get("/session").statusCode())
                .isEqualTo(431);
    }

    @Test
    void aStoppedDatabaseIsAProblemThatPasses() {
        Browser ada = page.withCookieOf(page.post("/signup", ADA));

        database.refuseConnections();

        assertProblem(ada.get("/session"), 503, "storage-unavailable");
        assertProblem(page.post("/signin", ADA_AGAIN), 503, "storage-unavailable");
        assertProblem(page.get("/session"), 401, "sign-in-required");

        database.acceptConnections();

        assertThat(ada.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aPoolWithNothingLeftIsAProblemThatPasses() throws SQLException {
        Browser ada = page.withCookieOf(page.post("/signup", ADA));
        var taken = new ArrayList<Connection>();
        HttpResponse<String> answer;
        try {
            while (taken.size() < TestDatabase.POOL_SIZE) {
                taken.add(database.dataSource().getConnection());
            }
            answer = ada.get("/session");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }

        assertProblem(answer, 503, "storage-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContainIgnoringCase("select").doesNotContain("Exception", "jdbc", "pool");
        assertThat(ada.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void checkingASessionTakesTwoReads() {
        Browser ada = page.withCookieOf(page.post("/signup", ADA));
        database.statements().reset();

        ada.get("/session");

        // The session; then the user, with tenants and login methods.
        assertThat(database.statements().statements())
                .hasSizeLessThanOrEqualTo(4)
                .allMatch(sql -> sql.startsWith("select"));
    }

    @Test
    void withoutACookieTheDatabaseIsNotAsked() {
        database.statements().reset();

        page.get("/session");
        page.post("/signout");

        assertThat(database.statements().statements()).isEmpty();
    }

    @Test
    void wrongSettingsAreRefusedAtOnce() {
        var builder = AuthServlet.builder(userdeck);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.cookieName("a=b"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.cookiePath("app; Domain=x"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.origins("app.example.org"));
    }

    private User ada() {
        return userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC).orElseThrow();
    }

    private List<Session> sessions(User user) {
        return userdeck.sessions()
                .list(SessionQuery.of(user.id(), Scope.all()).size(10))
                .items();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> user(HttpResponse<String> answer) {
        return (Map<String, Object>) json(answer).get("user");
    }
}
