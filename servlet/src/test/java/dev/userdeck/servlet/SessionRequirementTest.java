package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.session.UnmetRequirement;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A recipe holds a session back until something is done. */
@ExtendWith(TestDatabase.H2.class)
class SessionRequirementTest {
    private static final UnmetRequirement REFUSAL =
            new UnmetRequirement("terms-not-accepted", "Accept the terms first");

    private final TermsRecipe terms = new TermsRecipe();
    private Userdeck userdeck;
    private WebServer server;
    private Browser ada;

    @BeforeEach
    void start(TestDatabase database) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .recipe(terms)
                .start();
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail("ada@example.org"), Actor.system());
        var session = userdeck.sessions()
                .create(created.user().id(), SessionOrigin.of("saml"))
                .orElseThrow();
        server = new WebServer("/app")
                .filter(
                        SessionFilter.builder(userdeck)
                                .requiredUnder("/account")
                                .signInPage("/signin.html")
                                .unmetRequirementPage(REFUSAL.code(), "/account/terms.html")
                                .build(),
                        "/*")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .servlet(new WhoServlet(), "/")
                .start();
        ada = new Browser(server.uri().resolve("/app")).with("Cookie", "userdeck_session=" + session.token());
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void aSessionThatIsHeldBackIsRefusedWhereOneIsRequired() {
        terms.requirement = session -> Optional.of(REFUSAL);

        assertProblem(ada.get("/account"), 403, "terms-not-accepted");
        assertThat(ada.get("/account").body()).contains("Accept the terms first");

        terms.requirement = session -> Optional.empty();

        assertThat(ada.get("/account").body()).isEqualTo("somebody, null");
    }

    @Test
    void elsewhereItCountsAsNoneAndTheAppIsToldWhy() {
        terms.requirement = session -> Optional.of(REFUSAL);

        assertThat(ada.get("/").body()).isEqualTo("nobody, " + REFUSAL);
    }

    @Test
    void aBrowserIsLedToThePageForTheReason() {
        terms.requirement = session -> Optional.of(REFUSAL);
        Browser person = ada.with("Accept", "text/html");

        HttpResponse<String> led = person.get("/account/orders");

        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).hasValue("./../account/terms.html");
        assertThat(person.get("/account/terms.html").body()).isEqualTo("nobody, " + REFUSAL);
        assertProblem(person.post("/account/orders", "{}"), 403, "terms-not-accepted");

        terms.requirement = session -> Optional.of(new UnmetRequirement("too-young", "Come back later"));

        assertProblem(person.get("/account/orders"), 403, "too-young");
    }

    @Test
    void whatTheUserNeedsToGetOnStaysOpen() {
        terms.requirement = session -> Optional.of(REFUSAL);

        assertThat(ada.get("/auth/session").body()).contains("ada@example.org", "terms-not-accepted");
        assertThat(ada.post("/auth/terms/accept", "{}").body()).contains("true");
        assertProblem(ada.post("/auth/terms/order", "{}"), 403, "terms-not-accepted");
        assertThat(ada.post("/auth/terms/look", "{}").body()).contains("false");
        assertThat(ada.post("/auth/signout", "{}").statusCode()).isEqualTo(204);
        assertProblem(ada.get("/auth/session"), 401, "sign-in-required");
    }

    @Test
    void aRequirementThatThrowsLetsNobodyPass() {
        terms.requirement = session -> {
            throw new IllegalStateException("secret");
        };

        for (HttpResponse<String> answer : List.of(ada.get("/account"), ada.post("/auth/terms/order", "{}"))) {
            assertProblem(answer, 500, "internal");
            assertThat(answer.body()).doesNotContain("secret");
        }
        assertThat(ada.get("/").body()).isEqualTo("nobody, null");
        assertThat(ada.post("/auth/signout", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void withoutASessionNoRequirementIsAsked() {
        terms.requirement = session -> {
            throw new IllegalStateException("asked");
        };
        Browser visitor = new Browser(server.uri().resolve("/app"));

        assertThat(visitor.get("/").body()).isEqualTo("nobody, null");
        assertProblem(visitor.get("/account"), 401, "sign-in-required");
    }

    @Test
    void wrongPagesAndCodesAreRefusedAtOnce() {
        var builder = SessionFilter.builder(userdeck);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.unmetRequirementPage("x", "terms.html"));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnmetRequirement("Not accepted", "Accept the terms"));
    }

    /** Whether a session is known. */
    public record Known(boolean known) {}

    /** Has a requirement that the test sets, and routes that say whether they know a session. */
    private static final class TermsRecipe implements Recipe {
        private volatile SessionRequirement requirement = session -> Optional.empty();

        @Override
        public RecipeId id() {
            return new RecipeId("terms");
        }

        @Override
        public void start(RecipeContext context) {}

        @Override
        public List<SessionRequirement> sessionRequirements() {
            return List.of(session -> requirement.check(session));
        }

        @Override
        public List<Route> authRoutes() {
            return List.of(
                    Route.post("/accept")
                            .forUsers()
                            .allowsHeldSessions()
                            .answers(200, Known.class)
                            .handle(TermsRecipe::known),
                    Route.post("/order").forUsers().answers(200, Known.class).handle(TermsRecipe::known),
                    Route.post("/look").forAnyone().answers(200, Known.class).handle(TermsRecipe::known));
        }

        private static Response known(Request<Void> request) {
            return Response.ok(new Known(request.session().isPresent()));
        }
    }

    /** Says whether somebody is signed in, and what holds them back. */
    private static final class WhoServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String who = SessionFilter.session(request).isPresent() ? "somebody" : "nobody";
            response.getWriter()
                    .write(who + ", " + SessionFilter.refusal(request).orElse(null));
        }
    }
}
