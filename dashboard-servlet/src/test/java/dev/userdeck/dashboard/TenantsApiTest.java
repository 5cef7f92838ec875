package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.SESSION_EVERYONE_REVOKED;
import static dev.userdeck.audit.AuditActions.TENANT_CREATED;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditEvent;
import dev.userdeck.audit.AuditQuery;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.Tenant;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tenants as an operator sees and changes them. */
@ExtendWith(TestDatabase.H2.class)
class TenantsApiTest {
    private static final TenantId STAFF = new TenantId("staff");
    private static final TenantId SHOP = new TenantId("shop");

    private DashboardFixture world;
    private Client admin;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        admin = world.as(Preset.ADMIN);
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void listsTenantsByNameWithTheirUsersAndWaysIn() {
        staff();
        world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        world.userdeck.tenants().forbid(STAFF, SignInMethod.PASSWORD, Actor.system());

        JsonNode items = json(admin.get("api/tenants")).path("items");

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.at("/0/id").asString()).isEqualTo("public");
        assertThat(items.at("/1/name").asString()).isEqualTo("Station staff");
        assertThat(items.at("/1/users").toString()).isEqualTo("{\"number\":1,\"exact\":true}");
        assertThat(items.at("/1/methods").toString()).isEqualTo("[\"passwordless\",\"external\"]");
        assertThat(items.at("/1/createdAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(json(admin.get("api/tenants?q=sTAff")).at("/items/0/id").asString())
                .isEqualTo("staff");
        assertThat(json(admin.get("api/tenants?q=nobody")).path("items").size()).isZero();
    }

    @Test
    void pagesForwardAndBack() {
        for (int i = 0; i < 24; i++) {
            world.userdeck.tenants().create(new TenantId("t" + i), "Tenant %02d".formatted(i), Actor.system());
        }

        JsonNode first = json(admin.get("api/tenants?size=10"));
        JsonNode second = json(admin.get("api/tenants?size=10&cursor=" + encoded(first.path("nextCursor"))));
        JsonNode third = json(admin.get("api/tenants?size=10&cursor=" + encoded(second.path("nextCursor"))));
        JsonNode back = json(admin.get("api/tenants?size=10&cursor=" + encoded(third.path("previousCursor"))));

        var seen = new ArrayList<String>();
        for (JsonNode page : new JsonNode[] {first, second, third}) {
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(back.path("items")).isEqualTo(second.path("items"));
        assertThat(slug(admin.get("api/tenants?cursor=nonsense"))).isEqualTo("cursor-invalid");
        assertThat(admin.get("api/tenants?size=9").statusCode()).isEqualTo(400);
    }

    @Test
    void createsATenantThatIsThereAtOnce() {
        HttpResponse<String> created = admin.send("POST", "api/tenants", "{\"id\":\"staff\",\"name\":\" Staff 🚆 \"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("name").asString()).isEqualTo("Staff 🚆");
        assertThat(json(created).path("methods").size()).isEqualTo(3);
        assertThat(json(admin.get("api/session")).path("tenants").toString())
                .contains("{\"id\":\"staff\",\"name\":\"Staff 🚆\"}");
        assertThat(newest()).satisfies(event -> {
            assertThat(event.action()).isEqualTo(TENANT_CREATED);
            assertThat(event.actor().id()).isEqualTo("ines");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | /id   | /name",
                "{\"id\":\"\",\"name\":\"Staff\"}               | /id   |",
                "{\"id\":\"Staff\",\"name\":\"Staff\"}          | /id   |",
                "{\"id\":\"a b\",\"name\":\"Staff\"}            | /id   |",
                "{\"id\":\"ä\",\"name\":\"Staff\"}              | /id   |",
                "{\"id\":\"staff\",\"name\":\"  \"}             | /name |",
                "{\"id\":\"staff\",\"name\":\"a\\u0007b\"}      | /name |",
                "{\"id\":\"staff\",\"name\":null}               | /name |",
            })
    void whatCanNotBeATenantIsRefusedAtItsField(String body, String first, String second) {
        HttpResponse<String> refused = admin.send("POST", "api/tenants", body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(first);
        assertThat(json(refused).at("/errors/1/pointer").asString("")).isEqualTo(second == null ? "" : second);
        assertThat(world.userdeck.tenants().listAll(Scope.all())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"id\":7,\"name\":\"x\"}", "{\"id\":\"x\",\"name\":\"x\",\"more\":1}", "nonsense"})
    void whatIsNoTenantAtAllIsRefused(String body) {
        assertThat(admin.send("POST", "api/tenants", body).statusCode()).isIn(400, 422);
        assertThat(world.userdeck.tenants().listAll(Scope.all())).hasSize(1);
    }

    @Test
    void tooLongIsRefusedAndTheLongestTaken() {
        String id = "a".repeat(64);
        String name = "n".repeat(255);

        assertThat(create(id + "a", "x").statusCode()).isEqualTo(422);
        assertThat(create("x", name + "n").statusCode()).isEqualTo(422);
        assertThat(create(id, name).statusCode()).isEqualTo(201);
    }

    @Test
    void aTakenIdIsRefusedAndChangesNothing() {
        staff();

        HttpResponse<String> refused = create("staff", "Another");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/id");
        assertThat(world.userdeck.tenants().find(STAFF).map(Tenant::name)).contains("Station staff");
    }

    @Test
    void onePageTellsAllOfATenant() {
        staff();
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        open(ada, STAFF);

        JsonNode tenant = json(admin.get("api/tenants/staff"));

        assertThat(tenant.at("/tenant/name").asString()).isEqualTo("Station staff");
        assertThat(tenant.at("/tenant/users/number").asInt()).isEqualTo(1);
        assertThat(tenant.at("/sessions/number").asInt()).isEqualTo(1);
        assertThat(json(as("SUPPORT").get("api/tenants/staff")).path("sessions").isNumber())
                .isFalse();
        for (String unknown : new String[] {"none", "NONE", "%20", "a".repeat(65)}) {
            assertThat(admin.get("api/tenants/" + unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void renames() {
        staff();

        assertThat(admin.send("PATCH", "api/tenants/staff", "{\"name\":\" Crew \"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(world.userdeck.tenants().find(STAFF).map(Tenant::name)).contains("Crew");
        assertThat(newest().changes()).containsExactly(new AuditEvent.Change("name", "Station staff", "Crew"));
        for (String bad : new String[] {"{}", "{\"name\":\"\"}", "{\"name\":\"" + "n".repeat(256) + "\"}"}) {
            HttpResponse<String> refused = admin.send("PATCH", "api/tenants/staff", bad);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/name");
        }
        assertThat(admin.send("PATCH", "api/tenants/none", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(world.userdeck.tenants().find(STAFF).map(Tenant::name)).contains("Crew");
    }

    @Test
    void switchesAWayToSignInOffAndOnAgain() {
        User ada = world.activeUser("ada@example.org");
        var session = world.session(ada);

        assertThat(turn("DELETE", "public", "password")).isEqualTo(204);
        assertThat(turn("DELETE", "public", "password")).isEqualTo(204);

        assertThat(world.userdeck.sessions().create(ada.id(), SessionOrigin.of("password")))
                .isEmpty();
        assertThat(world.userdeck.sessions().verify(session.token())).isPresent();
        assertThat(turn("PUT", "public", "password")).isEqualTo(204);
        assertThat(world.userdeck.sessions().create(ada.id(), SessionOrigin.of("password")))
                .isPresent();
        assertThat(turn("PUT", "public", "carrier-pigeon")).isEqualTo(404);
        assertThat(turn("PUT", "none", "password")).isEqualTo(404);
    }

    @Test
    void aTenantWithUsersIsDeletedOnlyWithAChoice() {
        staff();
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        open(ada, STAFF);

        JsonNode told = json(admin.get("api/tenants/staff/deletion"));
        HttpResponse<String> refused = admin.send("DELETE", "api/tenants/staff", null);

        assertThat(told.at("/users/number").asInt()).isEqualTo(1);
        assertThat(told.at("/onlyHere/number").asInt()).isEqualTo(1);
        assertThat(told.at("/sessions/number").asInt()).isEqualTo(1);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("reason").asString()).isEqualTo("has-users");
        assertThat(json(refused).path("users").asInt()).isEqualTo(1);
        assertThat(world.userdeck.tenants().find(STAFF)).isPresent();
    }

    @Test
    void usersMoveToAnotherTenant() {
        staff();
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));

        HttpResponse<String> deleted = admin.send("DELETE", "api/tenants/staff?users=move&to=public", null);

        assertThat(deleted.body()).isEqualTo("{\"deleted\":true,\"users\":1}");
        assertThat(world.userdeck.users().find(ada.id()).orElseThrow().tenants())
                .containsExactly(TenantId.PUBLIC);
        assertThat(world.userdeck.tenants().find(STAFF)).isEmpty();
        assertThat(admin.send("DELETE", "api/tenants/staff", null).statusCode()).isEqualTo(404);
    }

    @Test
    void usersWhoAreInNoOtherTenantAreDeletedToo() {
        staff();
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        User bob = world.user("bob@example.org");
        world.userdeck.users().addToTenant(bob.id(), STAFF, Actor.system());

        HttpResponse<String> deleted = admin.send("DELETE", "api/tenants/staff?users=delete", null);

        assertThat(deleted.body()).isEqualTo("{\"deleted\":true,\"users\":2}");
        assertThat(world.userdeck.users().find(ada.id())).isEmpty();
        assertThat(world.userdeck.users().find(bob.id()).orElseThrow().tenants())
                .containsExactly(TenantId.PUBLIC);
    }

    @Test
    void manyUsersTakeSeveralCallsEachOfWhichEndsInTime() {
        staff();
        for (int i = 0; i < 101; i++) {
            world.user(NewUser.withEmail("user" + i + "@example.org").tenant(STAFF));
        }

        HttpResponse<String> first = admin.send("DELETE", "api/tenants/staff?users=move&to=public", null);
        HttpResponse<String> second = admin.send("DELETE", "api/tenants/staff?users=move&to=public", null);

        assertThat(first.body()).isEqualTo("{\"deleted\":false,\"users\":100}");
        assertThat(second.body()).isEqualTo("{\"deleted\":true,\"users\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "users=move,            400",
        "users=move&to=staff,   400",
        "users=move&to=NO,      400",
        "users=move&to=none,    409",
        "users=keep,            400",
        "users=delete&to=shop,  400",
        "to=shop,               400",
        "users=move&to=shop,    409",
    })
    void aChoiceThatCanNotBeMadeChangesNothing(String query, int status) {
        staff();
        world.userdeck.tenants().create(SHOP, "Shop", Actor.system());
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        world.user(NewUser.withEmail("ada@example.org").tenant(SHOP));

        HttpResponse<String> refused = admin.send("DELETE", "api/tenants/staff?" + query, null);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).path("detail").asString()).isNotBlank();
        assertThat(world.userdeck.users().find(ada.id()).orElseThrow().tenants())
                .containsExactly(STAFF);
    }

    @Test
    void publicStays() {
        HttpResponse<String> refused = admin.send("DELETE", "api/tenants/public?users=delete", null);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("reason").asString()).isEqualTo("is-public");
    }

    @Test
    void anOperatorOfSomeTenantsSeesAndChangesThose() {
        staff();
        world.userdeck.tenants().create(SHOP, "Shop", Actor.system());
        Client some = as("ADMIN@staff");

        assertThat(json(some.get("api/session")).at("/operator/allTenants").asBoolean())
                .isFalse();
        assertThat(json(admin.get("api/session")).at("/operator/allTenants").asBoolean())
                .isTrue();
        assertThat(json(some.get("api/tenants")).path("items").size()).isEqualTo(1);
        assertThat(some.get("api/tenants/shop").statusCode()).isEqualTo(404);
        assertThat(some.send("PATCH", "api/tenants/shop", "{\"name\":\"Mine\"}").statusCode())
                .isEqualTo(404);
        assertThat(some.send("DELETE", "api/tenants/shop/methods/password", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(some.send("PATCH", "api/tenants/staff", "{\"name\":\"Crew\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(some.send("POST", "api/tenants", "{\"id\":\"new\",\"name\":\"New\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(some.send("DELETE", "api/tenants/staff", null).statusCode()).isEqualTo(403);
        assertThat(world.userdeck.tenants().find(SHOP).map(Tenant::name)).contains("Shop");
        assertThat(world.userdeck.tenants().find(STAFF).map(Tenant::methods))
                .hasValueSatisfying(methods -> assertThat(methods).hasSize(3));
    }

    @Test
    void everyonesSessionsEndInOneTenantOrInAll() {
        staff();
        User ada = world.activeUser("ada@example.org");
        world.userdeck.users().addToTenant(ada.id(), STAFF, Actor.system());
        User bob = world.user(NewUser.withEmail("bob@example.org").tenant(STAFF));
        String publicly = open(ada, TenantId.PUBLIC);
        open(ada, STAFF);
        String bobs = open(bob, STAFF);

        assertThat(admin.get("api/sessions").body()).isEqualTo("{\"sessions\":{\"number\":3,\"exact\":true}}");
        assertThat(admin.get("api/sessions?tenant=staff").body()).contains("\"number\":2");
        assertThat(as("ADMIN@staff").get("api/sessions").body()).contains("\"number\":2");
        assertThat(admin.send("DELETE", "api/sessions?tenant=staff", null).body())
                .isEqualTo("{\"ended\":2,\"more\":false}");
        assertThat(world.userdeck.sessions().verify(bobs)).isEmpty();
        assertThat(world.userdeck.sessions().verify(publicly)).isPresent();
        assertThat(newest().action()).isEqualTo(SESSION_EVERYONE_REVOKED);
        assertThat(as("ADMIN@staff")
                        .send("DELETE", "api/sessions?tenant=public", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("ADMIN@staff").send("DELETE", "api/sessions", null).body())
                .contains("\"ended\":0");
        assertThat(admin.send("DELETE", "api/sessions", null).body()).contains("\"ended\":1");
        assertThat(admin.send("DELETE", "api/sessions", null).body()).contains("\"ended\":0");
    }

    private void staff() {
        world.userdeck.tenants().create(STAFF, "Station staff", Actor.system());
    }

    private Client as(String operator) {
        return admin.with("X-Operator", operator);
    }

    private HttpResponse<String> create(String id, String name) {
        return admin.send("POST", "api/tenants", "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name));
    }

    private int turn(String method, String tenant, String way) {
        return admin.send(method, "api/tenants/" + tenant + "/methods/" + way, null)
                .statusCode();
    }

    private String open(User user, TenantId tenant) {
        return world.userdeck
                .sessions()
                .create(user.id(), SessionOrigin.of("password").tenant(tenant))
                .orElseThrow()
                .token();
    }

    private AuditEvent newest() {
        return world.userdeck
                .audit()
                .list(AuditQuery.of(Scope.all()).size(1))
                .items()
                .get(0);
    }

    private static String encoded(JsonNode cursor) {
        return URLEncoder.encode(cursor.asString(), StandardCharsets.UTF_8);
    }
}
