package dev.userdeck.servlet;

import static dev.userdeck.audit.AuditActions.SESSION_ALL_REVOKED;
import static dev.userdeck.audit.AuditActions.SESSION_REVOKED;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static dev.userdeck.servlet.HttpAssertions.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users see where they are signed in, and end it; nobody sees or ends anybody else's. */
@ExtendWith(TestDatabase.H2.class)
class OwnSessionsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

    private Userdeck userdeck;
    private WebServer server;
    private Browser page;
    private UserId ada;
    private IssuedSession here;

    @BeforeEach
    void start(TestDatabase database) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        server = new WebServer("/")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .start();
        page = new Browser(server.uri().resolve("/auth"));
        ada = create("ada@example.org");
        here = open(ada);
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void theListTellsDeviceAddressAndTimesAndWhichOneAsks() {
        var origin = SessionOrigin.of("saml").client("203.0.113.7", FIREFOX).hostData("for operators alone");
        IssuedSession laptop = userdeck.sessions().create(ada, origin).orElseThrow();

        HttpResponse<String> answer = as(here).get("/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Map<String, Object>> items = items(answer);
        assertThat(items).extracting("current").containsExactly(false, true);
        assertThat(items.get(0))
                .containsEntry("handle", laptop.session().handle().value())
                .containsEntry("method", "saml")
                .containsEntry("ip", "203.0.113.7")
                .containsEntry("userAgent", FIREFOX)
                .containsEntry("device", Map.of("client", "Firefox 133", "system", "Windows", "mobile", false))
                .containsKeys("createdAt", "lastUsedAt", "expiresAt");
        assertThat(items.get(1))
                .containsEntry("handle", here.session().handle().value())
                .containsEntry("device", Map.of("mobile", false));
        assertThat(answer.body()).doesNotContain("for operators alone", here.token(), laptop.token());
    }

    @Test
    void theListIsPagedAndBounded() {
        for (int i = 0; i < 4; i++) {
            open(ada);
        }
        var handles = new ArrayList<Object>();
        String query = "?size=2";
        for (int pages = 0; pages < 3; pages++) {
            HttpResponse<String> answer = as(here).get("/sessions" + query);
            items(answer).forEach(item -> handles.add(item.get("handle")));
            query = "?size=2&cursor=" + json(answer).get("nextCursor");
        }

        assertThat(handles).hasSize(5).doesNotHaveDuplicates();
        assertThat(query).endsWith("null");
        for (String wrong : List.of("?size=0", "?size=101", "?size=x", "?user=" + ada, "?cursor=%00")) {
            assertThat(as(here).get("/sessions" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void aCursorOfSomebodyElsesListIsRefused() {
        UserId bob = create("bob@example.org");
        IssuedSession bobs = open(bob);
        open(bob);
        Object cursor = json(as(bobs).get("/sessions?size=1")).get("nextCursor");

        assertProblem(as(here).get("/sessions?cursor=" + cursor), 400, "cursor-invalid");
    }

    @Test
    void endingOneSignsThatDeviceOutAndIsAudited() {
        IssuedSession phone = open(ada);

        HttpResponse<String> answer = delete(as(here), "/sessions/" + handle(phone));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertProblem(as(phone).get("/session"), 401, "sign-in-required");
        assertThat(as(here).get("/session").statusCode()).isEqualTo(200);
        assertThat(events(SESSION_REVOKED)).singleElement().satisfies(event -> {
            assertThat(event.actor().id()).isEqualTo(ada.value());
            assertThat(event.actor().ip()).isEqualTo("127.0.0.1");
            assertThat(event.target()).isEqualTo(handle(phone));
        });
        assertProblem(delete(as(here), "/sessions/" + handle(phone)), 404, "not-found");
    }

    @Test
    void endingTheCurrentOneIsSigningOut() {
        IssuedSession phone = open(ada);

        HttpResponse<String> answer = delete(as(here), "/sessions/" + handle(here));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("userdeck_session=;")
                .contains("Max-Age=0");
        assertProblem(as(here).get("/sessions"), 401, "sign-in-required");
        assertThat(as(phone).get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void endingTheOthersKeepsTheOneThatAsks() {
        List<IssuedSession> others = List.of(open(ada), open(ada));
        IssuedSession bobs = open(create("bob@example.org"));

        HttpResponse<String> answer = delete(as(here), "/sessions/others");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(Map.of("ended", 2));
        others.forEach(other -> assertProblem(as(other).get("/session"), 401, "sign-in-required"));
        assertThat(as(here).get("/session").statusCode()).isEqualTo(200);
        assertThat(as(bobs).get("/session").statusCode()).isEqualTo(200);
        assertThat(events(SESSION_ALL_REVOKED))
                .singleElement()
                .satisfies(event -> assertThat(event.actor().id()).isEqualTo(ada.value()));
        assertThat(json(delete(as(here), "/sessions/others"))).isEqualTo(Map.of("ended", 0));
    }

    @Test
    void somebodyElsesSessionIsAnsweredAsOneThatNeverWas() {
        IssuedSession bobs = open(create("bob@example.org"));

        HttpResponse<String> ofBob = delete(as(here), "/sessions/" + handle(bobs));
        HttpResponse<String> ofNobody = delete(as(here), "/sessions/" + "0".repeat(36));

        assertProblem(ofBob, 404, "not-found");
        assertThat(ofNobody.body()).isEqualTo(ofBob.body());
        for (String wrong : List.of("x", "%00", "'--", "%F0%9F%98%80", "..;")) {
            assertThat(delete(as(here).alone(), "/sessions/" + wrong).statusCode())
                    .as(wrong)
                    .isBetween(400, 404);
        }
        assertThat(as(bobs).get("/session").statusCode()).isEqualTo(200);
        assertThat(events(SESSION_REVOKED)).isEmpty();
    }

    @Test
    void sessionsOfAnotherTenantAreOutOfReach() {
        userdeck.tenants().create(ACME, "Acme", Actor.system());
        userdeck.users().addToTenant(ada, ACME, Actor.system());
        IssuedSession there = userdeck.sessions()
                .create(ada, SessionOrigin.of("saml").tenant(ACME))
                .orElseThrow();

        assertThat(items(as(here).get("/sessions"))).hasSize(1);
        assertProblem(delete(as(here), "/sessions/" + handle(there)), 404, "not-found");
        assertThat(json(delete(as(here), "/sessions/others"))).isEqualTo(Map.of("ended", 0));
        assertProblem(as(there).get("/sessions"), 401, "sign-in-required");
        assertThat(userdeck.sessions().verify(there.token())).isPresent();
    }

    @Test
    void strangersAndOtherSitesSeeAndEndNothing() {
        assertProblem(page.get("/sessions"), 401, "sign-in-required");
        for (String path : List.of("/sessions/others", "/sessions/" + handle(here))) {
            assertProblem(delete(page, path), 401, "sign-in-required");
            assertProblem(delete(as(here).with("Sec-Fetch-Site", "cross-site"), path), 403, "cross-site");
            assertProblem(delete(as(here).with("Sec-Fetch-Site", null), path), 403, "cross-site");
        }
        assertThat(as(here).get("/session").statusCode()).isEqualTo(200);
    }

    private UserId create(String email) {
        var created = (CreateUserResult.Created) userdeck.users().create(NewUser.withEmail(email), Actor.system());
        return created.user().id();
    }

    private IssuedSession open(UserId user) {
        return userdeck.sessions().create(user, SessionOrigin.of("saml")).orElseThrow();
    }

    private Browser as(IssuedSession session) {
        return page.with("Cookie", "userdeck_session=" + session.token());
    }

    private static HttpResponse<String> delete(Browser browser, String path) {
        return browser.send("DELETE", path, BodyPublishers.noBody());
    }

    private static String handle(IssuedSession session) {
        return session.session().handle().value();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(HttpResponse<String> answer) {
        return (List<Map<String, Object>>) json(answer).get("items");
    }

    private List<AuditEvent> events(String action) {
        return userdeck.audit().list(AuditQuery.of(Scope.all()).action(action)).items();
    }
}
