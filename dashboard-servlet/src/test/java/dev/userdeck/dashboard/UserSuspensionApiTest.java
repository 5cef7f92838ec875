package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.USER_ACTIVATED;
import static dev.userdeck.audit.AuditActions.USER_SUSPENDED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keeping users out over HTTP, and letting them in again. */
@ExtendWith(TestDatabase.H2.class)
class UserSuspensionApiTest {
    private DashboardFixture world;
    private Client support;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        support = world.as(Preset.SUPPORT);
        ada = world.activeUser("ada@example.org");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aSuspendedUserHasNoSessionsAndCannotSignIn() {
        var session = world.session(ada);

        HttpResponse<String> answer = suspend("{\"reason\": \" Asked for it \", \"until\": \"2026-03-08T00:00:00Z\"}");

        assertThat(answer.body()).isEqualTo("{\"ended\":1}");
        assertThat(world.userdeck.sessions().verify(session.token())).isEmpty();
        assertThat(world.userdeck.users().signIn("ada@example.org", DashboardFixture.PASSWORD))
                .isInstanceOf(SignInResult.Refused.class);
        var page = json(support.get("api/users/" + ada.id()));
        assertThat(page.at("/user/status").asString()).isEqualTo("suspended");
        assertThat(page.at("/user/suspension/reason").asString()).isEqualTo("Asked for it");
        assertThat(page.at("/user/suspension/until").asString()).isEqualTo("2026-03-08T00:00:00Z");
        assertThat(page.at("/user/suspension/since").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(page.at("/user/suspension/by").asString()).isEqualTo("ines");
    }

    @Test
    void activatingLetsTheUserInAgain() {
        suspend("{\"reason\": \"Asked for it\"}");

        HttpResponse<String> answer = activate();
        HttpResponse<String> again = activate();

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(world.userdeck.users().signIn("ada@example.org", DashboardFixture.PASSWORD))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(json(support.get("api/users/" + ada.id()))
                        .at("/user/suspension")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void bothAreToldInTheAuditTrail() {
        suspend("{\"reason\": \"Asked for it\"}");
        activate();

        var events = world.events(ada.id());

        assertThat(events.get(0).action()).isEqualTo(USER_ACTIVATED);
        assertThat(DashboardFixture.change(events.get(0), "reason")).isEqualTo("Asked for it → null");
        assertThat(events.get(1).action()).isEqualTo(USER_SUSPENDED);
        assertThat(events.get(1).actor().name()).isEqualTo("ines");
        assertThat(DashboardFixture.change(events.get(1), "reason")).isEqualTo("null → Asked for it");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingIsWritten() {
        var refused = Map.of(
                "{}",
                "/reason reason-missing",
                "{'reason': ''}",
                "/reason reason-missing",
                "{'reason': '   '}",
                "/reason reason-missing",
                "{'reason': 7}",
                "/reason wrong-type",
                "{'reason': '" + "r".repeat(501) + "'}",
                "/reason reason-too-long",
                "{'reason': 'x', 'until': 'tomorrow'}",
                "/until until-invalid",
                "{'reason': 'x', 'until': '2026-03-08'}",
                "/until until-invalid",
                "{'reason': 'x', 'until': '+99999-01-01T00:00:00Z'}",
                "/until until-invalid",
                "{'reason': 'x', 'until': '2026-02-28T00:00:00Z'}",
                "/until until-past",
                "{'reason': 'x', 'by': 'me'}",
                "/by unknown-field");

        refused.forEach((body, refusal) -> {
            HttpResponse<String> answer = suspend(body.replace('\'', '"'));

            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(refusals(answer)).as(body).containsExactly(refusal);
        });

        assertThat(world.userdeck.users().find(ada.id()).orElseThrow().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void ofTwoAtOnceTheLaterReasonStands() {
        var answers = Client.atOnce(() -> suspend("{\"reason\": \"one\"}"), () -> suspend("{\"reason\": \"two\"}"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        var events = world.events(ada.id());
        User now = world.userdeck.users().find(ada.id()).orElseThrow();
        assertThat(DashboardFixture.change(events.get(0), "reason"))
                .endsWith("→ " + now.suspension().reason());
    }

    @Test
    void aRightThatWasTakenAwayMeanwhileChangesNothing() {
        HttpResponse<String> answer = support.with("X-Operator", "VIEWER")
                .send("PUT", "api/users/" + ada.id() + "/suspension", "{\"reason\": \"x\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(world.userdeck.users().find(ada.id()).orElseThrow().status()).isEqualTo(UserStatus.ACTIVE);
    }

    private HttpResponse<String> suspend(String body) {
        return support.send("PUT", "api/users/" + ada.id() + "/suspension", body);
    }

    private HttpResponse<String> activate() {
        return support.send("DELETE", "api/users/" + ada.id() + "/suspension", null);
    }
}
