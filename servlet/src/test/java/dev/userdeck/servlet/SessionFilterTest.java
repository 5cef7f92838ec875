package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class SessionFilterTest {
    private TestDatabase database;
    private Userdeck userdeck;
    private UserId ada;
    private IssuedSession issued;
    private WebServer server;
    private Browser visitor;
    private Browser signedIn;

    @BeforeEach
    void start(TestDatabase database) {
        this.database = database;
        this.userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail("ada@example.org"), Actor.system());
        this.ada = created.user().id();
        this.issued = userdeck.sessions().create(ada, SessionOrigin.of("saml")).orElseThrow();
        var filter = SessionFilter.builder(userdeck)
                .requiredUnder("/account", "/api")
                .signInPage("/signin.html")
                .build();
        this.server = new WebServer("/app")
                .filter(filter, "/*")
                .servlet(new WhoServlet(), "/")
                .start();
        this.visitor = new Browser(server.uri().resolve("/app"));
        this.signedIn = visitor.with("Cookie", "theme=dark; userdeck_session=" + issued.token());
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void aPageLearnsWhoIsSignedIn() {
        assertThat(signedIn.get("/").body()).isEqualTo(ada.value());
        assertThat(visitor.get("/").body()).isEqualTo("nobody");
        assertThat(visitor.with("Cookie", "userdeck_session=" + issued.token() + "x")
                        .get("/")
                        .body())
                .isEqualTo("nobody");
    }

    @Test
    void aSessionIsRequiredWhereTheAppSaysSo() {
        assertThat(signedIn.get("/account").statusCode()).isEqualTo(200);
        for (String path : List.of("/account", "/account/", "/account/a/b", "/api/x;v=1", "/%61pi/x")) {
            assertProblem(visitor.get(path), 401, "sign-in-required");
        }
        assertProblem(visitor.post("/account", "x".repeat(10 * 1024 * 1024)), 401, "sign-in-required");
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/signin.html").statusCode()).isEqualTo(200);
    }

    @Test
    void aBrowserIsLedToTheSignInPage() {
        Browser person = visitor.with("Accept", "text/html,*/*;q=0.8");

        HttpResponse<String> near = person.get("/account");
        HttpResponse<String> far = person.get("/account/a/b");

        assertThat(near.statusCode()).isEqualTo(303);
        assertThat(near.headers().firstValue("Location")).hasValue("./signin.html");
        assertThat(far.headers().firstValue("Location")).hasValue("./../../signin.html");
        assertProblem(person.post("/account", "{}"), 401, "sign-in-required");
    }

    @Test
    void anEndedSessionIsRefusedAtItsNextRequest() {
        assertThat(signedIn.get("/account").statusCode()).isEqualTo(200);

        userdeck.sessions().revokeAll(ada, Scope.all(), Actor.system());

        assertProblem(signedIn.get("/account"), 401, "sign-in-required");
        assertThat(signedIn.get("/").body()).isEqualTo("nobody");
    }

    @Test
    void aStaleCookieOfTheSameNameDoesNotHideTheGoodOne() {
        Browser both = visitor.with("Cookie", "userdeck_session=stale; userdeck_session=" + issued.token());

        assertThat(both.get("/account").body()).isEqualTo(ada.value());
    }

    @Test
    void aStoppedDatabaseIsAProblemThatPasses() {
        database.refuseConnections();

        assertProblem(signedIn.get("/"), 503, "storage-unavailable");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);

        database.acceptConnections();

        assertThat(signedIn.get("/").body()).isEqualTo(ada.value());
    }

    @Test
    void checkingTakesOneStatementAndNoneWithoutACookie() {
        database.statements().reset();

        visitor.get("/");

        assertThat(database.statements().statements()).isEmpty();

        signedIn.get("/");

        assertThat(database.statements().statements()).hasSize(1);
    }

    @Test
    void wrongPathsAreRefusedAtOnce() {
        var builder = SessionFilter.builder(userdeck);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.requiredUnder("account"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.requiredUnder("/account/"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.signInPage("//evil.example"));
    }

    /** Says who is signed in. */
    private static final class WhoServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write(SessionFilter.session(request)
                            .map(session -> session.userId().value())
                            .orElse("nobody"));
        }
    }
}
