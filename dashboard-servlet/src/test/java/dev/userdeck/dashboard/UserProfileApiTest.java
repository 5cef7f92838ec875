package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.USER_UPDATED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Editing a user's profile over HTTP: all of it or nothing, and never over somebody else's change. */
@ExtendWith(TestDatabase.H2.class)
class UserProfileApiTest {
    private static final TenantId ACME = new TenantId("acme");

    private DashboardFixture world;
    private Client support;
    private User ada;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        support = world.as(Preset.SUPPORT);
        ada = world.user(NewUser.withEmail("ada@example.org").name("Ada").withoutPassword());
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void changesWhatIsNamedAndClearsWhatIsNull() {
        HttpResponse<String> answer = patch("""
                {"name": null, "email": "ada@lovelace.org", "phone": "+44 20 7946 0123", "externalId": "crm-7"}""");

        User now = now();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"" + now.version() + "\"");
        assertThat(now.name()).isNull();
        assertThat(now.email()).isEqualTo("ada@lovelace.org");
        assertThat(now.phone()).isEqualTo("+442079460123");
        assertThat(now.externalId()).isEqualTo("crm-7");
        assertThat(json(answer).path("phone").asString()).isEqualTo("+442079460123");
        assertThat(json(answer).path("mayEdit").asBoolean()).isTrue();
    }

    @Test
    void isToldInTheAuditTrailWithBeforeAndAfter() {
        patch("{\"name\": \"Ada L.\"}");

        var event = world.events(ada.id()).get(0);

        assertThat(event.action()).isEqualTo(USER_UPDATED);
        assertThat(event.actor().name()).isEqualTo("ines");
        assertThat(DashboardFixture.change(event, "name")).isEqualTo("Ada → Ada L.");
    }

    @Test
    void whatIsTheSameIsNoChange() {
        HttpResponse<String> answer = patch("{\"name\": \" Ada \", \"email\": \"ADA@example.org\"}");
        HttpResponse<String> nothing = patch("{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(now().name()).isEqualTo("Ada");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingIsWritten() {
        world.user(NewUser.withEmail("taken@example.org").phone("+442079460999").externalId("crm-7"));
        var refused = Map.ofEntries(
                Map.entry("{'name': '" + "n".repeat(256) + "'}", "/name name-too-long"),
                Map.entry("{'name': 7}", "/name wrong-type"),
                Map.entry("{'name': ['Ada']}", "/name wrong-type"),
                Map.entry("{'name': {}}", "/name wrong-type"),
                Map.entry("{'email': 'ada@'}", "/email email-invalid"),
                Map.entry("{'email': null}", "/email email-missing"),
                Map.entry("{'email': ' '}", "/email email-missing"),
                Map.entry("{'email': 'taken@example.org', 'name': 'New'}", "/email email-taken"),
                Map.entry("{'phone': '12', 'name': 'New'}", "/phone phone-invalid"),
                Map.entry("{'phone': '+44 20 7946 0999'}", "/phone phone-taken"),
                Map.entry("{'externalId': 'crm-7'}", "/externalId external-id-taken"),
                Map.entry("{'externalId': '" + "x".repeat(256) + "'}", "/externalId external-id-too-long"),
                Map.entry("{'status': 'active', 'name': 'New'}", "/status unknown-field"),
                Map.entry("{'a/b~': 1}", "/a~1b~0 unknown-field"),
                Map.entry("{'version': 9}", "/version unknown-field"));

        refused.forEach((body, refusal) -> {
            HttpResponse<String> answer = patch(body.replace('\'', '"'));

            assertThat(refusals(answer)).as(body).containsExactly(refusal);
            assertThat(answer.statusCode()).as(body).isEqualTo(refusal.endsWith("-taken") ? 409 : 422);
        });

        assertThat(now()).isEqualTo(ada);
    }

    @Test
    void aUserWithALoginOfTheHostsNeedsNeitherEmailNorPhone() {
        world.userdeck.users().link(ada.id(), NewLogin.of("sso", "ada"), Actor.system());
        String passwordless = now().loginMethods().stream()
                .filter(method -> method.provider() == null)
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        support.send("DELETE", "api/users/" + ada.id() + "/methods/" + passwordless, null);

        assertThat(patch("{\"email\": null}").statusCode()).isEqualTo(200);
        assertThat(now().email()).isNull();
    }

    @Test
    void aStaleVersionIsAnsweredWithWhatIsThereNow() {
        long read = now().version();
        world.userdeck
                .users()
                .update(
                        ada.id(),
                        UserChange.unconditional().name("Ada King"),
                        dev.userdeck.tenant.Scope.all(),
                        Actor.system());

        HttpResponse<String> answer = patch("{\"name\": \"Ada L.\"}", "\"" + read + "\"");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(slug(answer)).isEqualTo("stale");
        assertThat(json(answer).at("/current/name").asString()).isEqualTo("Ada King");
        assertThat(json(answer).at("/current/version").asLong()).isEqualTo(now().version());
        assertThat(now().name()).isEqualTo("Ada King");
    }

    @Test
    void theConditionIsReadAsHttpHasIt() {
        String version = "\"" + now().version() + "\"";
        String body = "{\"name\": \"Ada\"}";

        assertThat(patch(body, "\"77\", " + version).statusCode()).isEqualTo(200);
        assertThat(patch(body, "*").statusCode()).isEqualTo(200);
        // as a proxy that compresses passes it on
        assertThat(patch(body, "W/\"" + now().version() + "\"").statusCode()).isEqualTo(200);
        for (String other : new String[] {"W/\"77\"", "\"\"", "nonsense", "\"99999999999999999999\"", ","}) {
            assertThat(patch(body, other).statusCode()).as(other).isEqualTo(412);
        }
        assertThat(support.send("PATCH", "api/users/" + ada.id(), body).statusCode())
                .isEqualTo(428);
    }

    @Test
    void ofTwoAtOnceOneIsToldOfTheOther() {
        String etag = "\"" + now().version() + "\"";

        var answers = Client.atOnce(() -> patch("{\"name\": \"One\"}", etag), () -> patch("{\"name\": \"Two\"}", etag));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412);
        HttpResponse<String> told = answers.stream()
                .filter(it -> it.statusCode() == 412)
                .findFirst()
                .orElseThrow();
        assertThat(json(told).at("/current/name").asString()).isEqualTo(now().name());
    }

    @Test
    void aRightThatWasTakenAwayMeanwhileChangesNothing() {
        String etag = "\"" + now().version() + "\"";

        HttpResponse<String> answer = support.with("X-Operator", "VIEWER")
                .with("If-Match", etag)
                .send("PATCH", "api/users/" + ada.id(), "{\"name\": \"New\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(now()).isEqualTo(ada);
    }

    @Test
    void aUserOfOtherTenantsTooIsLookedAtOnly() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        world.userdeck.users().addToTenant(ada.id(), ACME, Actor.system());
        Client acme = support.with("X-Operator", "SUPPORT@acme");
        Client both = support.with("X-Operator", "SUPPORT@acme,public");

        HttpResponse<String> page = acme.get("api/users/" + ada.id());
        HttpResponse<String> refused =
                acme.with("If-Match", "*").send("PATCH", "api/users/" + ada.id(), "{\"name\": \"New\"}");

        assertThat(json(page).at("/user/mayEdit").asBoolean()).isFalse();
        assertThat(json(page).at("/user/tenants").toString()).isEqualTo("[\"acme\"]");
        assertThat(json(both.get("api/users/" + ada.id())).at("/user/mayEdit").asBoolean())
                .isTrue();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("reason").asString()).isEqualTo("partly-out-of-scope");
        assertThat(now().name()).isEqualTo("Ada");
    }

    @Test
    void aUserDeletedMeanwhileIsNotFound() {
        world.userdeck.users().delete(ada.id());

        assertThat(patch("{\"name\": \"New\"}", "*").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> patch(String body) {
        return patch(body, "\"" + now().version() + "\"");
    }

    private HttpResponse<String> patch(String body, String ifMatch) {
        return support.with("If-Match", ifMatch).send("PATCH", "api/users/" + ada.id(), body);
    }

    private User now() {
        return world.userdeck.users().find(ada.id()).orElseThrow();
    }
}
