package dev.userdeck.servlet;

import static dev.userdeck.audit.AuditActions.SESSION_SIGNED_OUT;
import static dev.userdeck.audit.AuditActions.SESSION_THEFT_DETECTED;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.SessionQuery;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is signed in to one tenant is nobody in another, even with the cookie of the same browser. */
@ExtendWith(TestDatabase.H2.class)
class TenantSessionsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final String PASSWORD = "violet kettle on the 9th shelf";
    private static final String MALLORY = "{\"email\":\"mallory@example.org\",\"password\":\"" + PASSWORD + "\"}";

    private final TestClock clock = TestClock.create();
    private TestDatabase database;
    private Userdeck userdeck;
    private UserId ada;
    private String token;
    private WebServer server;
    private Browser acme;
    private Browser globex;
    private Browser pages;

    @BeforeEach
    void start(TestDatabase database) {
        this.database = database;
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .clock(clock)
                .recipe(new BadgeRecipe())
                .start();
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        userdeck.tenants().create(GLOBEX, "Globex", Actor.system());
        var created = (CreateUserResult.Created) userdeck.users()
                .create(NewUser.withEmail("ada@example.org").password(PASSWORD).tenant(ACME), Actor.system());
        ada = created.user().id();
        userdeck.users().addToTenant(ada, GLOBEX, Actor.system());
        token = userdeck.sessions()
                .create(ada, SessionOrigin.of("saml").tenant(ACME))
                .orElseThrow()
                .token();
        server = new WebServer("/app")
                .servlet(AuthServlet.builder(userdeck).tenant(ACME).build(), "/acme/auth/*")
                .servlet(AuthServlet.builder(userdeck).tenant(GLOBEX).build(), "/globex/auth/*")
                .filter(SessionFilter.builder(userdeck).tenant(GLOBEX).build(), "/of-globex")
                .filter(
                        SessionFilter.builder(userdeck)
                                .tenant(request -> new TenantId(request.getParameter("tenant")))
                                .required()
                                .build(),
                        "/of-query")
                .filter(SessionFilter.builder(userdeck).anyTenant().build(), "/of-any")
                .filter(SessionFilter.builder(userdeck).build(), "/of-public")
                .servlet(new WhoServlet(), "/")
                .start();
        Browser browser = new Browser(server.uri().resolve("/app")).with("Cookie", "userdeck_session=" + token);
        pages = browser;
        acme = browser.below("/acme/auth");
        globex = browser.below("/globex/auth");
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void aServletOfAnotherTenantTakesNoneOfItsSessions() {
        String change = "{\"currentPassword\":\"" + PASSWORD + "\",\"password\":\"tundra of nine green lamps\"}";

        assertProblem(globex.get("/session"), 401, "sign-in-required");
        assertProblem(globex.post("/password/change", change), 401, "sign-in-required");
        assertProblem(globex.get("/badge/mine"), 401, "sign-in-required");
        assertThat(globex.get("/badge/any").body()).isEqualTo("\"nobody\"");

        assertThat(acme.get("/session").statusCode()).isEqualTo(200);
        assertThat(acme.get("/badge/mine").body()).isEqualTo("\"acme\"");
        assertThat(acme.get("/badge/any").body()).isEqualTo("\"acme\"");
    }

    @Test
    void itNeitherRenewsNorEndsThem() {
        clock.advance(Duration.ofHours(1));

        HttpResponse<String> looked = globex.get("/session");

        assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.lastUsedAt()).isEqualTo(session.createdAt()));

        HttpResponse<String> left = globex.post("/signout");

        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(left.headers().firstValue("Set-Cookie"))
                .as("the cookie stays")
                .isEmpty();
        assertThat(acme.get("/session").headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void signingOutElsewhereEndsNothingAndTellsNothing() {
        Browser unknown =
                globex.with("Cookie", "userdeck_session=" + token.replaceFirst(".$", token.endsWith("a") ? "b" : "a"));

        HttpResponse<String> ofAcme = globex.post("/signout");
        HttpResponse<String> ofNobody = unknown.post("/signout");

        assertThat(ofAcme.statusCode()).isEqualTo(ofNobody.statusCode()).isEqualTo(204);
        assertThat(ofAcme.body()).isEqualTo(ofNobody.body()).isEmpty();
        assertThat(told(ofAcme)).isEqualTo(told(ofNobody));
        assertThat(sessions()).hasSize(1);
        assertThat(acme.get("/session").statusCode()).isEqualTo(200);
        assertThat(userdeck.audit().list(AuditQuery.of(Scope.all()).user(ada)).items())
                .extracting(AuditEvent::action)
                .doesNotContain(SESSION_SIGNED_OUT, SESSION_THEFT_DETECTED);
    }

    /** The headers but for what differs with each answer. */
    private static Map<String, List<String>> told(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void signingInElsewhereEndsNoSessionHere() {
        HttpResponse<String> answer = globex.post("/signup", MALLORY);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(globex.withCookieOf(answer).get("/session").statusCode()).isEqualTo(200);
        assertProblem(acme.withCookieOf(answer).get("/session"), 401, "sign-in-required");
        assertThat(acme.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void bothCookiesOfABrowserOpenTheirOwn() {
        String there = userdeck.sessions()
                .create(ada, SessionOrigin.of("saml").tenant(GLOBEX))
                .orElseThrow()
                .token();
        String both = "userdeck_session=" + token + "; userdeck_session=" + there;

        assertThat(acme.with("Cookie", both).get("/badge/mine").body()).isEqualTo("\"acme\"");
        assertThat(globex.with("Cookie", both).get("/badge/mine").body()).isEqualTo("\"globex\"");
    }

    @Test
    void aFilterTakesThoseOfItsTenant() {
        assertThat(pages.get("/of-globex").body()).isEqualTo("nobody");
        assertThat(pages.get("/of-public").body()).isEqualTo("nobody");
        assertThat(pages.get("/of-any").body()).isEqualTo("acme");
        assertThat(pages.get("/of-query?tenant=acme").body()).isEqualTo("acme");
        assertProblem(pages.get("/of-query?tenant=globex"), 401, "sign-in-required");
    }

    @Test
    void aFilterThatCannotSayWhichTenantLetsNobodyIn() {
        assertProblem(pages.get("/of-query"), 500, "internal");
        assertProblem(pages.get("/of-query?tenant=No+Such+Id"), 500, "internal");
    }

    @Test
    void aFilterOfAnotherTenantRenewsNothing() {
        clock.advance(Duration.ofHours(1));

        assertThat(pages.get("/of-globex").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(pages.get("/of-any").headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void aSessionOfAnotherTenantCostsNoMoreThanAnUnknownOne() {
        database.statements().reset();

        globex.get("/session");

        assertThat(database.statements().statements()).hasSize(1);
    }

    private List<Session> sessions() {
        return userdeck.sessions()
                .list(SessionQuery.of(ada, Scope.all()).size(10))
                .items();
    }

    /** Says in which tenant somebody is signed in. */
    private static final class WhoServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write(SessionFilter.session(request)
                            .map(session -> session.tenant().value())
                            .orElse("nobody"));
        }
    }

    /** A recipe with routes for end users. */
    private static final class BadgeRecipe implements Recipe {
        @Override
        public RecipeId id() {
            return new RecipeId("badge");
        }

        @Override
        public void start(RecipeContext context) {}

        @Override
        public List<Route> authRoutes() {
            return List.of(
                    Route.get("/mine")
                            .forUsers()
                            .answers(200, String.class)
                            .handle(request -> Response.ok(
                                    request.session().orElseThrow().tenant().value())),
                    Route.get("/any")
                            .forAnyone()
                            .answers(200, String.class)
                            .handle(request -> Response.ok(request.session()
                                    .map(session -> session.tenant().value())
                                    .orElse("nobody"))));
        }
    }
}
