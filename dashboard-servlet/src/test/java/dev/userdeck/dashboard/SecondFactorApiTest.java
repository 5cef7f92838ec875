package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.setCookie;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.apikey.ApiKeyLimits;
import dev.userdeck.apikey.CreateApiKeyResult;
import dev.userdeck.apikey.NewApiKey;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.AuthenticatorApp;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The second factor of built-in operators over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class SecondFactorApiTest {
    private static final String BEGIN = "api/profile/factors/totp";
    private static final String CONFIRM = "api/factors";

    private TestDatabase database;
    private DashboardFixture world;
    private Team team;
    private Client ines;

    @BeforeEach
    void setUp(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(database);
        team = new Team(world);
        ines = team.signIn("Ines");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void anAppIsAddedAndTheNextSignInTakesItsCode() {
        JsonNode none = json(ines.get("api/profile/factors"));
        assertThat(none.path("factors").size()).isZero();
        assertThat(none.path("canAdd").asBoolean()).isTrue();
        assertThat(none.path("required").asBoolean()).isFalse();
        JsonNode begun = json(post(ines, BEGIN, null));
        var app = new AuthenticatorApp(begun.path("secret").asString());
        assertThat(begun.path("uri").asString()).startsWith("otpauth://totp/");
        assertThat(refusals(post(ines, CONFIRM, "{'name': '', 'code': '12'}")))
                .containsExactly("/name name-missing", "/code code-wrong");

        HttpResponse<String> added = post(ines, CONFIRM, "{'name': 'Phone', 'code': '" + code(app) + "'}");

        assertThat(json(added).path("recoveryCodes").size()).isEqualTo(10);
        assertThat(ines.get("api/session").statusCode()).isEqualTo(401);
        ines = ines.signedIn(added);
        assertThat(json(ines.get("api/profile/factors")).at("/factors/0/name").asString())
                .isEqualTo("Phone");
        assertThat(json(ines.get("api/profile")).at("/operator/secondFactor").asBoolean())
                .isTrue();
        assertThat(world.logged())
                .noneMatch(line -> line.contains(begun.path("secret").asString()));

        world.clock.advance(Duration.ofSeconds(30));
        Client pending = team.signIn("Ines");
        assertThat(json(pending.get("api/session")).path("authentication").asString())
                .isEqualTo("give-code");
        assertThat(refusals(give(pending, ""))).containsExactly("/code required");
        assertThat(refusals(give(pending, "000000"))).containsExactly("/code code-wrong");
        HttpResponse<String> in = give(pending, code(app));
        assertThat(in.statusCode()).isEqualTo(204);
        assertThat(setCookie(in)).contains("HttpOnly; SameSite=Strict");
        assertThat(pending.get("api/session").statusCode()).isEqualTo(401);
        assertThat(pending.signedIn(in).get("api/session").statusCode()).isEqualTo(200);
        assertThat(slug(give(pending.signedIn(in), code(app)))).isEqualTo("sign-in-required");
    }

    @Test
    void wrongCodesAreSlowedDown() {
        AuthenticatorApp app = team.addApp("Ines");
        Client pending = team.signIn("Ines");
        for (int i = 0; i < 5; i++) {
            give(pending, "000000");
        }

        HttpResponse<String> slowed = give(pending, code(app));

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whoLacksTheCodeSignsOut() {
        team.addApp("Ines");
        Client pending = team.signIn("Ines");

        assertThat(pending.send("DELETE", "api/session", null).statusCode()).isEqualTo(204);

        assertThat(json(pending.get("api/session")).path("authentication").asString())
                .isEqualTo("sign-in");
    }

    @Test
    void whatChangesFactorsTakesFreshProofOfBoth() {
        AuthenticatorApp app = team.addApp("Ines");
        Client pending = team.signIn("Ines");
        ines = pending.signedIn(give(pending, code(app)));
        JsonNode factor = json(ines.get("api/profile/factors")).at("/factors/0");
        String path = "api/profile/factors/" + factor.path("id").asString();
        world.clock.advance(Operators.FRESH_PROOF);

        HttpResponse<String> refused = ines.send("DELETE", path, null);

        assertThat(slug(refused)).isEqualTo("fresh-proof-required");
        assertThat(json(refused).path("secondFactor").asBoolean()).isTrue();
        assertThat(refusals(prove("{'password': '%s'}"))).containsExactly("/code required");
        assertThat(refusals(prove("{'password': '%s', 'code': '000000'}"))).containsExactly("/code code-wrong");
        assertThat(slug(ines.send("DELETE", path, null))).isEqualTo("fresh-proof-required");
        assertThat(prove("{'password': '%s', 'code': '" + code(app) + "'}").statusCode())
                .isEqualTo(204);
        assertThat(json(post(ines, "api/profile/recovery-codes", null))
                        .path("codes")
                        .size())
                .isEqualTo(10);
        assertThat(ines.send("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(ines.send("DELETE", path, null).statusCode()).isEqualTo(404);
        assertThat(reason(post(ines, "api/profile/recovery-codes", null))).isEqualTo("no-factor");
        assertThat(team.signIn("Ines").get("api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aColleagueResetsWhoLostThePhone() {
        String tom = team.operator("Tom", Preset.SUPPORT, Scope.all());
        team.addApp("Tom");
        ines = team.signIn("Ines");
        assertThat(json(ines.get("api/operators/" + tom))
                        .at("/operator/secondFactor")
                        .asBoolean())
                .isTrue();

        HttpResponse<String> reset = ines.send("DELETE", "api/operators/" + tom + "/factors", null);

        assertThat(json(reset).path("secondFactor").asBoolean()).isFalse();
        assertThat(team.signIn("Tom").get("api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyChangesNoFactorWhateverCookieComesAlong() {
        var full = Access.full();
        Set<String> permissions = new HashSet<>();
        world.userdeck.apiKeys().givable(full).forEach(it -> permissions.add(it.name()));
        assertThat(permissions).doesNotContain(Permission.OPERATORS_WRITE.name());
        var asked = new NewApiKey("walker", permissions, Scope.all(), ApiKeyLimits.DEFAULT_LIFETIME);
        var made = (CreateApiKeyResult.Created) world.userdeck.apiKeys().create(asked, full, Actor.system());
        Client program = ines.with("Authorization", "Bearer " + made.issued().token());

        assertThat(program.get("api/session").statusCode()).isEqualTo(200);
        for (String path : new String[] {BEGIN, "api/profile/recovery-codes"}) {
            assertThat(post(program, path, null).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(program.send("DELETE", "api/profile/factors/x", null).statusCode())
                .isEqualTo(401);
        assertThat(program.send("DELETE", "api/operators/" + team.ines + "/factors", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whereAllNeedOneTheSignInAddsIt() {
        world.close();
        world = new DashboardFixture(database, Userdeck.Builder::requireOperatorSecondFactor);
        Client door = world.builtIn();
        Client pending = door.signedIn(post(
                door, "api/session", "{'email': 'ines@example.org', 'password': '" + DashboardFixture.PASSWORD + "'}"));
        assertThat(json(pending.get("api/session")).path("authentication").asString())
                .isEqualTo("add-factor");
        assertThat(post(door, "api/session/factors/totp", null).statusCode()).isEqualTo(401);
        assertThat(reason(post(pending, CONFIRM, "{}"))).isEqualTo("factor-not-begun");

        JsonNode begun = json(post(pending, "api/session/factors/totp", null));
        String code = code(new AuthenticatorApp(begun.path("secret").asString()));
        HttpResponse<String> added = post(pending, CONFIRM, "{'name': 'Phone', 'code': '" + code + "'}");

        assertThat(json(added).path("recoveryCodes").size()).isEqualTo(10);
        Client in = pending.signedIn(added);
        assertThat(in.get("api/session").statusCode()).isEqualTo(200);
        assertThat(pending.get("api/session").statusCode()).isEqualTo(401);
        assertThat(in.send("POST", "api/session/factors/totp", null).statusCode())
                .isEqualTo(401);
        assertThat(json(in.get("api/profile/factors")).path("required").asBoolean())
                .isTrue();
    }

    @Test
    void withoutAKeyItSaysWhatToCall(TestDatabase other) {
        world.close();
        try (var keyless = Userdeck.builder()
                .dataSource(other.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start()) {
            var servlet = DashboardServlet.builder(keyless)
                    .builtInOperators()
                    .uiFolder(DashboardFixture.UI)
                    .build();
            try (var host = JettyHost.serving(servlet, "/", "/users/*")) {
                var door = new Client(host.at("/users/"));
                Client in = door.signedIn(post(
                        door,
                        "api/session",
                        "{'email': 'ines@example.org', 'password': '" + DashboardFixture.PASSWORD + "'}"));

                HttpResponse<String> refused = post(in, BEGIN, null);

                assertThat(reason(refused)).isEqualTo("no-secret-key");
                assertThat(json(refused).path("detail").asString()).contains("secretKey(…)");
                assertThat(json(in.get("api/profile/factors")).path("canAdd").asBoolean())
                        .isFalse();
            }
        }
    }

    private String code(AuthenticatorApp app) {
        return app.code(world.clock.instant());
    }

    private static HttpResponse<String> give(Client client, String code) {
        return client.send("PUT", "api/session", "{\"code\": \"" + code + "\"}");
    }

    private HttpResponse<String> prove(String body) {
        return post(ines, "api/session/reauthenticate", body.replace("%s", DashboardFixture.PASSWORD));
    }

    private static HttpResponse<String> post(Client client, String path, String body) {
        return client.send("POST", path, body == null ? null : body.replace('\'', '"'));
    }

    private static String reason(HttpResponse<String> response) {
        return json(response).path("reason").asString();
    }
}
