package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.refusals;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditActions;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

@ExtendWith(TestDatabase.H2.class)
class ApiKeysApiTest {
    private DashboardFixture world;
    private Client owner;
    private TestDatabase database;

    @BeforeEach
    void setUp(TestDatabase fresh) {
        database = fresh;
        world = new DashboardFixture(fresh);
        owner = world.as(Preset.OWNER);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aKeyIsToldOnceAndOpensWhatItWasGiven() {
        world.user("ada@example.org");
        HttpResponse<String> made = create(
                "{\"name\":\"crm-sync\",\"permissions\":[\"users:write\",\"users:read\"],\"lifetime\":\"P30D\"}");

        Client program = bearer(made);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(program.get("api/users").statusCode()).isEqualTo(200);
        assertThat(program.get("api/audit").statusCode()).isEqualTo(403);
        JsonNode session = json(program.get("api/session"));
        assertThat(session.path("permissions").toString()).contains("users:read", "users:write");
        assertThat(session.path("operator").path("name").asString()).isEqualTo("crm-sync");
        assertThat(session.path("operator").path("canSignOut").asBoolean(true)).isFalse();
        JsonNode key = json(owner.get("api/api-keys")).path("items").path(0);
        assertThat(key.path("status").asString()).isEqualTo("active");
        assertThat(key.path("createdBy").path("name").asString()).isEqualTo("ines");
        assertThat(key.path("lastUsedAt").asString())
                .isEqualTo(world.clock.instant().toString());
        assertThat(key.path("expiresAt").asString())
                .isEqualTo(world.clock.instant().plus(Duration.ofDays(30)).toString());
        assertThat(owner.get("api/api-keys").body()).doesNotContain(token(made));
        assertThat(owner.get("api/api-keys?q=" + token(made).substring(0, 12)).body())
                .contains("crm-sync");
        assertThat(owner.get("api/api-keys/" + id(made)).body()).doesNotContain(token(made));
    }

    @Test
    void aKeyNeedsNoCookieAndNoSameOrigin() {
        User ada = world.user("ada@example.org");
        Client program = bearer(create("{\"name\":\"k\",\"permissions\":[\"users:write\"]}"));
        String suspension = "{\"reason\":\"Asked for\"}";

        for (Client client : List.of(
                program,
                program.with("Sec-Fetch-Site", "cross-site"),
                program.with("Origin", "https://evil.example"))) {
            HttpResponse<String> answer = client.bare("PUT", "api/users/" + ada.id() + "/suspension", suspension);
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }

        AuditEvent event = world.events(ada.id()).get(0);
        assertThat(event.actor().kind()).isEqualTo(Actor.Kind.API_KEY);
        assertThat(event.actor().name()).isEqualTo("k");
        assertThat(json(owner.get("api/audit?actor=api_key:" + event.actor().id()))
                        .path("items")
                        .path(0)
                        .path("actor")
                        .path("kind")
                        .asString())
                .isEqualTo("api_key");
    }

    @Test
    void whoSendsAKeyIsKnownByItAlone() {
        HttpResponse<String> made = create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}");
        String token = token(made);

        assertThat(owner.with("Authorization", "Bearer " + token)
                        .get("api/tenants")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.with("Authorization", "bearer  " + token)
                        .get("api/users")
                        .statusCode())
                .isEqualTo(200);
        assertThat(owner.with("Authorization", "Bearer " + token.substring(0, 61))
                        .get("api/users")
                        .statusCode())
                .isEqualTo(401);
        // the host's own tokens and passwords are the host's to look at
        assertThat(owner.with("Authorization", "Bearer eyJhbGciOi")
                        .get("api/tenants")
                        .statusCode())
                .isEqualTo(200);
        assertThat(owner.with("Authorization", "Basic " + token)
                        .get("api/tenants")
                        .statusCode())
                .isEqualTo(200);

        Client client = world.builtIn();
        HttpResponse<String> setUp = client.send(
                "POST",
                "api/setup",
                "{\"token\":\"" + world.setUpToken()
                        + "\",\"email\":\"ines@example.org\",\"name\":\"Ines\",\"password\":\""
                        + DashboardFixture.PASSWORD + "\"}");
        Client ines = client.signedIn(setUp);
        assertThat(ines.get("api/tenants").statusCode()).isEqualTo(200);
        assertThat(ines.with("Authorization", "Bearer " + token)
                        .get("api/tenants")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ines.with("Authorization", "Bearer udk_none")
                        .get("api/tenants")
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.with("Authorization", "Bearer " + token)
                        .get("api/users")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsNotGoodIsAnsweredByRfc6750() {
        HttpResponse<String> made = create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}");
        Client program = bearer(made);
        assertThat(owner.send("DELETE", "api/api-keys/" + id(made), null).statusCode())
                .isEqualTo(204);

        for (Client client : List.of(program, owner.with("Authorization", "Bearer udk_"))) {
            HttpResponse<String> answer = client.get("api/users");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(slug(answer)).isEqualTo("invalid-token");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aKeyIsSentOverTlsAlone() {
        String token = token(create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}"));

        HttpResponse<String> answer = owner.with("Authorization", "Bearer " + token)
                .with("X-Forwarded-Proto", "http")
                .get("api/users");

        assertThat(slug(answer)).isEqualTo("https-required");
    }

    @Test
    void nobodyEntersByAKeyWhereNobodyMayEnter() {
        String token = token(create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}"));

        Client nobody = world.serve(builder -> builder).with("Authorization", "Bearer " + token);

        assertThat(slug(nobody.get("api/users"))).isEqualTo("nobody");
    }

    @Test
    void eachKeyHasItsRequestsAMinute() {
        String first = token(create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}"));
        String second = token(create("{\"name\":\"l\",\"permissions\":[\"users:read\"]}"));
        Client client = world.serve(
                builder -> builder.operators(DashboardFixture::byHeader).apiKeyRequestsPerMinute(2));
        Client program = client.with("Authorization", "Bearer " + first);
        program.get("api/users");
        program.get("api/users");

        HttpResponse<String> answer = program.get("api/users");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(slug(answer)).isEqualTo("too-many-requests");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(client.with("Authorization", "Bearer " + second)
                        .get("api/users")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusedKeysAreSlowedDown() {
        HttpResponse<String> made = create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}");
        owner.send("DELETE", "api/api-keys/" + id(made), null);
        Client program = bearer(made);
        for (int i = 0; i < 100; i++) {
            assertThat(program.get("api/users").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = program.get("api/users");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(slug(answer)).isEqualTo("too-many-attempts");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(owner.get("api/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsRotatedAndBothSecretsAreSeen() {
        HttpResponse<String> made = create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}");
        String path = "api/api-keys/" + id(made) + "/rotate";

        HttpResponse<String> rotated = owner.send("POST", path, "{\"overlap\":\"PT1H\"}");

        assertThat(rotated.statusCode()).isEqualTo(200);
        assertThat(json(rotated).path("key").path("secrets").size()).isEqualTo(2);
        assertThat(bearer(made).get("api/users").statusCode()).isEqualTo(200);
        assertThat(bearer(rotated).get("api/users").statusCode()).isEqualTo(200);
        HttpResponse<String> again = owner.send("POST", path, "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("reason").asString()).isEqualTo("overlapping");
        assertThat(refusals(owner.send("POST", path, "{\"overlap\":\"P8D\",\"lifetime\":\"P366D\"}")))
                .containsExactly("/overlap overlap-invalid", "/lifetime lifetime-invalid");
        assertThat(refusals(owner.send("POST", path, "{\"overlap\":\"a day\"}")))
                .containsExactly("/overlap overlap-invalid");
        owner.send("DELETE", "api/api-keys/" + id(made), null);
        assertThat(json(owner.send("POST", path, "{}")).path("reason").asString())
                .isEqualTo("revoked");
    }

    @Test
    void aRefusedKeyNamesItsFields() {
        assertThat(refusals(create("{}"))).containsExactly("/name name-missing", "/permissions permissions-missing");
        assertThat(refusals(create("{\"name\":\"k\",\"permissions\":[\"users:read\"],\"tenants\":[]}")))
                .containsExactly("/tenants tenants-invalid");
        assertThat(refusals(create("{\"name\":\"k\",\"permissions\":[\"api-keys:write\"],\"lifetime\":\"PT1S\"}")))
                .containsExactly("/permissions permission-not-for-keys", "/lifetime lifetime-invalid");
        for (String list : List.of("permissions", "tenants")) {
            assertThat(create("{\"name\":\"k\",\"" + list + "\":[null]}").statusCode())
                    .isIn(400, 422);
        }
        assertThat(owner.get("api/api-keys/none").statusCode()).isEqualTo(404);
        assertThat(owner.send("DELETE", "api/api-keys/none", null).statusCode()).isEqualTo(404);
    }

    @Test
    void anOperatorOfSomeTenantsHasKeysForThese() {
        world.userdeck.tenants().create(new TenantId("acme"), "Acme", Actor.system());
        HttpResponse<String> everywhere = create("{\"name\":\"all\",\"permissions\":[\"users:read\"]}");
        Client acme = owner.with("X-Operator", "OWNER@acme");

        assertThat(refusals(acme.send("POST", "api/api-keys", "{\"name\":\"k\",\"permissions\":[\"users:read\"]}")))
                .containsExactly("/tenants tenants-out-of-reach");
        HttpResponse<String> made = acme.send(
                "POST", "api/api-keys", "{\"name\":\"k\",\"permissions\":[\"users:read\"],\"tenants\":[\"acme\"]}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(acme.get("api/api-keys").body()).contains("\"k\"").doesNotContain("\"all\"");
        assertThat(acme.send("DELETE", "api/api-keys/" + id(everywhere), null).statusCode())
                .isEqualTo(404);
        assertThat(json(bearer(made).get("api/session")).path("tenants").size()).isEqualTo(1);
    }

    @Test
    void aKeyDeletesManyWithoutAPassword() {
        User ada = world.user("ada@example.org");
        Client program =
                bearer(create("{\"name\":\"k\",\"permissions\":[\"users:read\",\"users:write\",\"users:delete\"]}"));

        HttpResponse<String> started =
                program.send("POST", "api/jobs/delete", "{\"users\":[\"" + ada.id() + "\"],\"count\":1}");
        world.userdeck.runMaintenance();

        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        assertThat(world.userdeck.users().find(ada.id())).isEmpty();
    }

    @Test
    void aRequestByKeyCostsWhatOneByCookieDoes() {
        Client program = bearer(create("{\"name\":\"k\",\"permissions\":[\"tenants:read\"]}"));
        program.get("api/tenants");
        database.statements().reset();

        program.get("api/tenants");

        // The key, the tenants, and the users of all of them counted: as with an operator's session.
        assertThat(database.statements().count()).isEqualTo(1 + 2);
    }

    @Test
    void nothingKeepsAKeyThatWasSent() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger("dev.userdeck");
        Level before = root.getLevel();
        root.setLevel(Level.DEBUG);
        root.addAppender(log);
        try {
            HttpResponse<String> made = create("{\"name\":\"k\",\"permissions\":[\"users:read\"]}");
            Client program = bearer(made);
            program.get("api/tenants");
            program.get("api/none");
            program.bare("POST", "api/users", "{");
            owner.send("DELETE", "api/api-keys/" + id(made), null);
            program.get("api/users");

            String secret = token(made).substring(13);
            assertThat(log.list)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContain(secret));
            assertThat(world.userdeck.audit().list(AuditQuery.of(Scope.all())).items())
                    .extracting(AuditEvent::action)
                    .contains(
                            AuditActions.API_KEY_CREATED, AuditActions.API_KEY_REVOKED, AuditActions.OPERATOR_REFUSED);
            assertThat(world.userdeck
                            .audit()
                            .list(AuditQuery.of(Scope.all()))
                            .items()
                            .toString())
                    .doesNotContain(secret);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
    }

    private HttpResponse<String> create(String body) {
        return owner.send("POST", "api/api-keys", body);
    }

    private Client bearer(HttpResponse<String> made) {
        return new Client(world.mount()).with("Authorization", "Bearer " + token(made));
    }

    private static String token(HttpResponse<String> made) {
        return json(made).path("token").asString();
    }

    private static String id(HttpResponse<String> made) {
        return json(made).path("key").path("id").asString();
    }
}
