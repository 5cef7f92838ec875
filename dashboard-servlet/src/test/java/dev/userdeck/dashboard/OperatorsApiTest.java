package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.OPERATOR_REFUSED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Operators as another operator sees and changes them. */
@ExtendWith(TestDatabase.H2.class)
class OperatorsApiTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId SHOP = new TenantId("shop");
    private static final String OTHER_PASSWORD = "amber glacier trumpet 88";

    private TestDatabase database;
    private DashboardFixture world;
    private Team team;
    private Client ines;

    @BeforeEach
    void setUp(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(database);
        team = new Team(world);
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        world.userdeck.tenants().create(SHOP, "Shop", Actor.system());
        ines = team.signIn("Ines");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void whoIsInvitedComesInByTheLinkThatIsHandedOver() {
        HttpResponse<String> answer = post(
                "api/operators",
                "{'email': 'tom@example.org', 'preset': 'support', 'allTenants': false, 'tenants': ['acme']}");
        String link = json(answer).at("/link/link").asString();
        HttpResponse<String> accepted = team.stranger()
                .send(
                        "POST",
                        "api/operator-link/accept",
                        "{\"token\":\"" + link.substring("invite#".length()) + "\",\"name\":\"Tom\",\"password\":\""
                                + DashboardFixture.PASSWORD + "\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).at("/link/sent").asBoolean()).isFalse();
        assertThat(json(answer).at("/operator/status").asString()).isEqualTo("invited");
        assertThat(accepted.statusCode()).isEqualTo(204);
        JsonNode session = json(team.signIn("Tom").get("api/session"));
        assertThat(session.at("/operator/preset/id").asString()).isEqualTo("support");
        assertThat(session.at("/operator/allTenants").asBoolean()).isFalse();
        assertThat(ines.get("api/operators").body()).doesNotContain("invite#");
    }

    @Test
    void aLinkIsMailedOrHandedOverNeverBoth() {
        var mailbox = new Mailbox();
        world.close();
        world = new DashboardFixture(
                database,
                builder ->
                        builder.emailSender(mailbox).dashboardAddress(URI.create("https://rail.example.org/admin/")));
        world.builtIn();
        ines = signedIn(DashboardFixture.PASSWORD);

        JsonNode invited =
                json(post("api/operators", "{'email': 'tom@example.org', 'preset': 'viewer', 'allTenants': true}"));
        HttpResponse<String> reset = post("api/operators/" + team.ines + "/password-reset", null);
        world.userdeck.runMaintenance();

        assertThat(invited.at("/link/sent").asBoolean()).isTrue();
        assertThat(invited.at("/link/to").asString()).isEqualTo("tom@example.org");
        assertThat(invited.at("/link").has("link")).isFalse();
        assertThat(json(reset).has("link")).isFalse();
        assertThat(mailbox.mailsTo("tom@example.org").get(0).text()).contains("/admin/invite#");
        assertThat(world.logged()).noneMatch(line -> line.contains("invite#") || line.contains("reset#"));
    }

    @Test
    void aNewLinkMakesTheLastOneVoid() {
        JsonNode invited =
                json(post("api/operators", "{'email': 'tom@example.org', 'preset': 'viewer', 'allTenants': true}"));
        String path = "api/operators/" + invited.at("/operator/id").asString();
        String first = invited.at("/link/link").asString();

        HttpResponse<String> again = post(path + "/invitation", null);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(look(first)).isEqualTo(410);
        assertThat(look(json(again).path("link").asString())).isEqualTo(200);
        assertThat(reason(post(path + "/password-reset", null))).isEqualTo("operator-invited");
    }

    @Test
    void aResetLinkGivesANewPasswordAndEndsSessions() {
        String tom = team.operator("Tom", Preset.SUPPORT, Scope.all());
        Client working = team.signIn("Tom");

        String link = json(post("api/operators/" + tom + "/password-reset", null))
                .path("link")
                .asString();
        team.stranger()
                .send(
                        "POST",
                        "api/operator-link/reset",
                        "{\"token\":\"" + link.substring("reset#".length()) + "\",\"password\":\"" + OTHER_PASSWORD
                                + "\"}");

        assertThat(working.get("api/session").statusCode()).isEqualTo(401);
        assertThat(team.trySignIn("Tom", OTHER_PASSWORD).statusCode()).isEqualTo(204);
        assertThat(reason(post("api/operators/" + tom + "/invitation", null))).isEqualTo("operator-active");
    }

    @Test
    void whatIsWrongIsToldByField() {
        HttpResponse<String> nothing = post("api/operators", "{}");
        HttpResponse<String> both =
                post("api/operators", "{'email': 'tom', 'preset': 'none', 'allTenants': true, 'tenants': ['acme']}");
        HttpResponse<String> unknown = post(
                "api/operators",
                "{'email': 'tom@example.org', 'preset': 'none', 'allTenants': false, 'tenants': ['gone']}");
        post("api/operators", "{'email': 'tom@example.org', 'preset': 'viewer', 'allTenants': true}");
        HttpResponse<String> taken =
                post("api/operators", "{'email': 'TOM@example.org', 'preset': 'viewer', 'allTenants': true}");

        HttpResponse<String> withNull =
                post("api/operators", "{'email': 'tom@example.org', 'preset': 'viewer', 'tenants': [null]}");

        assertThat(withNull.statusCode()).isEqualTo(422);
        assertThat(pointers(nothing)).containsExactly("/preset", "/tenants");
        assertThat(pointers(both)).containsExactly("/tenants");
        assertThat(codes(unknown)).containsExactly("preset-unknown", "tenant-unknown");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(codes(taken)).containsExactly("operator-taken");
        assertThat(json(ines.get("api/operators")).path("count").asInt()).isEqualTo(2);
    }

    @Test
    void theListIsFoundNarrowedAndTurned() {
        IntStream.range(0, 12).forEach(i -> team.invited("new" + i + "@example.org", Preset.VIEWER, Scope.of(ACME)));
        team.operator("Zoe", Preset.ADMIN, Scope.all());

        JsonNode first = json(ines.get("api/operators?size=10"));
        JsonNode second = json(ines.get(
                "api/operators?size=10&cursor=" + first.path("nextCursor").asString()));

        assertThat(first.path("count").asInt()).isEqualTo(14);
        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(14);
        assertThat(second.at("/items/3/name").asString()).isEqualTo("Zoe");
        assertThat(found("q=ZO")).containsExactly("zoe@example.org");
        assertThat(found("status=active")).containsExactly("ines@example.org", "zoe@example.org");
        assertThat(found("preset=admin&status=active")).containsExactly("zoe@example.org");
        assertThat(json(ines.get("api/operators?preset=viewer")).path("count").asInt())
                .isEqualTo(12);
        assertThat(ines.get("api/operators?status=gone").statusCode()).isEqualTo(400);
        assertThat(ines.get("api/operators?status=active&cursor="
                                + first.path("nextCursor").asString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherAccessCountsAtTheNextRequest() {
        String tom = team.operator("Tom", Preset.SUPPORT, Scope.all());
        Client working = team.signIn("Tom");

        HttpResponse<String> changed = ines.send(
                "PUT",
                "api/operators/" + tom + "/access",
                "{\"preset\":\"viewer\",\"allTenants\":false,\"tenants\":[\"shop\"]}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).at("/tenants/0").asString()).isEqualTo("shop");
        JsonNode session = json(working.get("api/session"));
        assertThat(session.at("/operator/preset/id").asString()).isEqualTo("viewer");
        assertThat(session.path("tenants").toString()).contains("shop").doesNotContain("acme");
        assertThat(working.send("POST", "api/users", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsDisabledIsOutAtTheNextRequest() {
        String tom = team.operator("Tom", Preset.SUPPORT, Scope.all());
        Client working = team.signIn("Tom");
        String path = "api/operators/" + tom + "/disablement";

        assertThat(json(ines.send("PUT", path, null)).path("status").asString()).isEqualTo("disabled");

        assertThat(working.get("api/session").statusCode()).isEqualTo(401);
        assertThat(team.trySignIn("Tom", DashboardFixture.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(reason(post("api/operators/" + tom + "/password-reset", null)))
                .isEqualTo("operator-disabled");
        assertThat(ines.send("PUT", path, null).statusCode()).isEqualTo(200);
        assertThat(json(ines.send("DELETE", path, null)).path("status").asString())
                .isEqualTo("active");
        team.signIn("Tom");
        assertThat(ines.send("DELETE", "api/operators/" + tom, null).statusCode())
                .isEqualTo(204);
        assertThat(ines.get("api/operators/" + tom).statusCode()).isEqualTo(404);
    }

    @Test
    void theLastOwnerStays() {
        String path = "api/operators/" + team.ines;
        String lower = "{\"preset\":\"admin\",\"allTenants\":true}";

        assertThat(json(ines.get(path)).at("/operator/lastOwner").asBoolean()).isTrue();
        for (HttpResponse<String> answer : List.of(
                ines.send("PUT", path + "/access", lower),
                ines.send("PUT", path + "/disablement", null),
                ines.send("DELETE", path, null))) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(reason(answer)).isEqualTo("last-owner");
        }
        assertThat(ines.get("api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyGivesOrTakesWhatTheyLack() {
        team.operator("Anna", Preset.OWNER, Scope.of(ACME));
        String tom = team.operator("Tom", Preset.VIEWER, Scope.of(ACME));
        Client anna = team.signIn("Anna");

        HttpResponse<String> wide = anna.send(
                "POST", "api/operators", "{\"email\":\"eve@example.org\",\"preset\":\"viewer\",\"allTenants\":true}");
        HttpResponse<String> wider = anna.send(
                "PUT",
                "api/operators/" + tom + "/access",
                "{\"preset\":\"viewer\",\"allTenants\":false,\"tenants\":[\"acme\",\"shop\"]}");
        HttpResponse<String> within = anna.send(
                "PUT",
                "api/operators/" + tom + "/access",
                "{\"preset\":\"admin\",\"allTenants\":false,\"tenants\":[\"acme\"]}");

        assertThat(slug(wide)).isEqualTo("forbidden");
        assertThat(reason(wide)).isEqualTo("beyond-own-rights");
        assertThat(reason(wider)).isEqualTo("beyond-own-rights");
        assertThat(within.statusCode()).isEqualTo(200);
        assertThat(json(ines.get("api/operators")).path("count").asInt()).isEqualTo(3);
        assertThat(world.userdeck
                        .audit()
                        .list(AuditQuery.of(Scope.all()).action(OPERATOR_REFUSED))
                        .items())
                .isNotEmpty();
    }

    @Test
    void sessionsOfAnOperatorAreSeenAndEnded() {
        String tom = team.operator("Tom", Preset.SUPPORT, Scope.all());
        Client desk = team.signIn("Tom");
        Client phone = team.signIn("Tom");
        String path = "api/operators/" + tom;

        JsonNode sessions = json(ines.get(path)).path("sessions");
        assertThat(sessions.size()).isEqualTo(2);
        assertThat(sessions.at("/0/ip").asString()).isNotBlank();
        assertThat(sessions.at("/0/userAgent").asString()).contains("Java-http-client");
        String one = path + "/sessions/" + sessions.at("/0/id").asString();
        assertThat(ines.send("DELETE", one, null).statusCode()).isEqualTo(204);
        assertThat(ines.send("DELETE", one, null).statusCode()).isEqualTo(404);
        assertThat(List.of(
                        desk.get("api/session").statusCode(),
                        phone.get("api/session").statusCode()))
                .containsExactlyInAnyOrder(200, 401);
        assertThat(json(ines.send("DELETE", path + "/sessions", null))
                        .path("ended")
                        .asInt())
                .isEqualTo(1);
        assertThat(desk.get("api/session").statusCode()
                        + phone.get("api/session").statusCode())
                .isEqualTo(802);
    }

    @Test
    void everybodyLooksAfterThemselves() {
        team.operator("Vera", Preset.VIEWER, Scope.of(ACME));
        Client desk = team.signIn("Vera");
        Client phone = team.signIn("Vera");

        JsonNode own = json(phone.get("api/profile"));
        assertThat(own.at("/operator/email").asString()).isEqualTo("vera@example.org");
        assertThat(own.path("sessions").findValuesAsString("current")).containsExactlyInAnyOrder("true", "false");
        HttpResponse<String> renamed = phone.send("PATCH", "api/profile", "{\"name\":\"Vera Q.\"}");
        assertThat(json(renamed).path("name").asString()).isEqualTo("Vera Q.");
        assertThat(pointers(phone.send("PATCH", "api/profile", "{}"))).containsExactly("/name");
        assertThat(json(phone.send("DELETE", "api/profile/sessions", null))
                        .path("ended")
                        .asInt())
                .isEqualTo(1);
        assertThat(desk.get("api/profile").statusCode()).isEqualTo(401);
        desk = team.signIn("Vera");
        assertThat(phone.send("DELETE", "api/profile/sessions/none", null).statusCode())
                .isEqualTo(404);
        assertThat(phone.send("DELETE", "api/profile/sessions/" + session(ines), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(phone.send("DELETE", "api/profile/sessions/" + session(desk), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.get("api/profile").statusCode()).isEqualTo(401);
    }

    @Test
    void everybodyChoosesLanguageAndTimeZone() {
        team.operator("Vera", Preset.VIEWER, Scope.of(ACME));
        Client vera = team.signIn("Vera");
        String german = "{\"language\":\"de\",\"timeZone\":\"Europe/Berlin\"}";
        assertThat(json(vera.get("api/session")).path("operator").has("language"))
                .isFalse();

        assertThat(vera.send("PUT", "api/profile/preferences", german).statusCode())
                .isEqualTo(200);

        JsonNode there = json(team.signIn("Vera").get("api/session")).path("operator");
        assertThat(there.path("language").asString()).isEqualTo("de");
        assertThat(there.path("timeZone").asString()).isEqualTo("Europe/Berlin");
        String none = "{\"language\":\"!\",\"timeZone\":\"+01:00\"}";
        assertThat(pointers(vera.send("PUT", "api/profile/preferences", none)))
                .containsExactly("/language", "/timeZone");
        assertThat(pointers(vera.send("PUT", "api/profile/preferences", "{\"timeZone\":\"Mars/Olympus\"}")))
                .containsExactly("/timeZone");
        assertThat(vera.send("PUT", "api/profile/preferences", "{}").statusCode())
                .isEqualTo(200);
        assertThat(json(vera.get("api/session")).path("operator").has("timeZone"))
                .isFalse();
    }

    @Test
    void aNewPasswordOfOnesOwnTakesTheOldOneAndEndsOtherSessions() {
        Client phone = team.signIn("Ines");
        String body = "{\"current\":\"%s\",\"password\":\"%s\"}";

        HttpResponse<String> nothing = ines.send("PUT", "api/profile/password", "{}");
        HttpResponse<String> wrong =
                ines.send("PUT", "api/profile/password", body.formatted("not hers", OTHER_PASSWORD));
        HttpResponse<String> weak =
                ines.send("PUT", "api/profile/password", body.formatted(DashboardFixture.PASSWORD, "short"));
        HttpResponse<String> done =
                ines.send("PUT", "api/profile/password", body.formatted(DashboardFixture.PASSWORD, OTHER_PASSWORD));

        assertThat(pointers(nothing)).containsExactly("/current", "/password");
        assertThat(codes(wrong)).containsExactly("password-wrong");
        assertThat(pointers(weak)).containsExactly("/password");
        // The phone's, and the one in which the first operator was made.
        assertThat(json(done).path("ended").asInt()).isEqualTo(2);
        assertThat(phone.get("api/session").statusCode()).isEqualTo(401);
        assertThat(ines.get("api/session").statusCode()).isEqualTo(200);
        assertThat(team.trySignIn("Ines", OTHER_PASSWORD).statusCode()).isEqualTo(204);
    }

    private static String session(Client client) {
        return json(client.get("api/profile"))
                .path("sessions")
                .valueStream()
                .filter(one -> one.path("current").asBoolean())
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<String> found(String query) {
        JsonNode page = json(ines.get("api/operators?" + query));
        assertThat(page.path("count").asInt()).isEqualTo(page.path("items").size());
        return page.path("items").findValuesAsString("email");
    }

    private int look(String link) {
        return team.stranger()
                .send("POST", "api/operator-link", "{\"token\":\"" + link.substring(link.indexOf('#') + 1) + "\"}")
                .statusCode();
    }

    private Client signedIn(String password) {
        Client door = new Client(world.mount());
        return door.signedIn(
                door.send("POST", "api/session", "{\"email\":\"ines@example.org\",\"password\":\"" + password + "\"}"));
    }

    private HttpResponse<String> post(String path, String body) {
        return ines.send("POST", path, body == null ? null : body.replace('\'', '"'));
    }

    private static String reason(HttpResponse<String> answer) {
        return json(answer).path("reason").asString();
    }

    private static List<String> pointers(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json(answer).path("errors").findValuesAsString("pointer");
    }

    private static List<String> codes(HttpResponse<String> answer) {
        return json(answer).path("errors").findValuesAsString("code");
    }
}
