package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What others put into the browser neither opens a session nor keeps one shut. */
@ExtendWith(TestDatabase.H2.class)
class CookiesTest {
    private static final String ADA = "{\"email\":\"ada@example.org\",\"password\":\"violet kettle on the 9th shelf\"}";

    private Userdeck userdeck;
    private WebServer root;
    private WebServer below;
    private Browser page;
    private Browser tls;

    @BeforeEach
    void start(TestDatabase database) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        root = serving("/", AuthServlet.builder(userdeck).build());
        below = serving("/app", AuthServlet.builder(userdeck).build());
        page = new Browser(root.uri().resolve("/auth"));
        tls = page.with("X-Forwarded-Proto", "https");
    }

    @AfterEach
    void stop() {
        root.close();
        below.close();
        userdeck.close();
    }

    private static WebServer serving(String contextPath, AuthServlet auth) {
        return new WebServer(contextPath).servlet(auth, "/auth/*").start();
    }

    @Test
    void overTlsOnlyThisHostCanSetTheCookie() {
        String cookie = cookies(tls.post("/signup", ADA)).get(0);

        assertThat(cookie)
                .startsWith("__Host-userdeck_session=")
                .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain")
                .endsWith("; Secure");
    }

    @Test
    void belowAPathOnlyTlsCanSetTheCookie() {
        Browser app = new Browser(below.uri().resolve("/app/auth")).with("X-Forwarded-Proto", "https");

        HttpResponse<String> answer = app.post("/signup", ADA);

        assertThat(cookies(answer).get(0))
                .startsWith("__Secure-userdeck_session=")
                .contains("; Path=/app;")
                .endsWith("; Secure");
        assertThat(app.withCookieOf(answer).get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aCookieOfTheOtherSchemeOpensNothing() {
        String secure = pair(tls.post("/signup", ADA));
        String plain = "userdeck_session=" + secure.split("=", 2)[1];

        assertThat(tls.with("Cookie", secure).get("/session").statusCode()).isEqualTo(200);
        assertProblem(tls.with("Cookie", plain).get("/session"), 401, "sign-in-required");
        assertProblem(page.with("Cookie", secure).get("/session"), 401, "sign-in-required");
    }

    @Test
    void aSessionOfPlainHttpEndsWithTheSignInOverTls() {
        String before = pair(page.post("/signup", ADA));

        HttpResponse<String> signedIn = tls.with("Cookie", before).post("/signin", ADA);

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertProblem(page.with("Cookie", before).get("/session"), 401, "sign-in-required");
    }

    @Test
    void signingOutTakesAwayEachCookieThatCameAlong() {
        String plain = pair(page.post("/signup", ADA));
        String secure = pair(tls.post("/signin", ADA));

        HttpResponse<String> out = tls.with("Cookie", plain + "; " + secure).post("/signout");

        assertThat(cookies(out))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-userdeck_session=;")
                        .contains("Max-Age=0", "Path=/;")
                        .endsWith("; Secure"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("userdeck_session=;")
                        .contains("Max-Age=0", "Path=/;")
                        .doesNotContain("Secure"))
                .hasSize(2);
        assertProblem(tls.with("Cookie", secure).get("/session"), 401, "sign-in-required");
        assertProblem(page.with("Cookie", plain).get("/session"), 401, "sign-in-required");
    }

    @Test
    void junkBeforeTheGoodCookieLocksNobodyOut() {
        String good = pair(page.post("/signup", ADA));
        String words = "userdeck_session=junk; ".repeat(50);
        String tokens = IntStream.range(0, 10)
                .mapToObj(i -> "userdeck_session=%022d.%s; ".formatted(i, "x".repeat(43)))
                .collect(Collectors.joining());

        assertThat(page.with("Cookie", words + tokens + good).get("/session").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPrefixIsNotTheAppsToChoose() {
        var builder = AuthServlet.builder(userdeck);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.cookieName("__Host-sid"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.cookieName("__secure-sid"));
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    /** Name and value, as they come back. */
    private static String pair(HttpResponse<String> answer) {
        return cookies(answer).get(0).split(";", 2)[0];
    }
}
