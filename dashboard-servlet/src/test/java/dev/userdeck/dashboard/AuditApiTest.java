package dev.userdeck.dashboard;

import static dev.userdeck.audit.AuditActions.DATA_AUDIT_EXPORTED;
import static dev.userdeck.audit.AuditActions.SESSION_CREATED;
import static dev.userdeck.audit.AuditActions.SESSION_THEFT_DETECTED;
import static dev.userdeck.audit.AuditActions.TENANT_CREATED;
import static dev.userdeck.audit.AuditActions.USER_CREATED;
import static dev.userdeck.audit.AuditActions.USER_DELETED;
import static dev.userdeck.audit.AuditActions.USER_SIGNED_UP;
import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What happened, as an operator reads it. */
@ExtendWith(TestDatabase.H2.class)
class AuditApiTest {
    private static final TenantId STAFF = new TenantId("staff");

    private DashboardFixture world;
    private Client viewer;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        viewer = world.as(Preset.VIEWER);
        world.userdeck.tenants().create(STAFF, "Station staff", Actor.system());
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void listsTheNewestFirstWithWhoAndOnWhom() {
        User ada = world.user(NewUser.withEmail("ada@example.org").name("Ada"));
        world.clock.advance(Duration.ofSeconds(1));
        world.userdeck
                .audit()
                .record(NewAuditEvent.of(
                                "test.done",
                                Actor.operator("ines", "Ines").ip("192.0.2.8").userAgent("Firefox"))
                        .user(ada.id())
                        .tenant(STAFF)
                        .target("thing")
                        .change("colour", "red", "blue"));

        JsonNode page = json(viewer.get("api/audit"));

        JsonNode event = page.at("/items/0");
        assertThat(event.path("action").asString()).isEqualTo("test.done");
        assertThat(event.path("at").asString()).isEqualTo("2026-03-01T12:00:01Z");
        assertThat(event.path("actor").toString())
                .isEqualTo("{\"kind\":\"operator\",\"id\":\"ines\",\"name\":\"Ines\",\"ip\":\"192.0.2.8\","
                        + "\"userAgent\":\"Firefox\"}");
        assertThat(event.at("/user/name").asString()).isEqualTo("Ada");
        assertThat(event.path("tenant").asString()).isEqualTo("staff");
        assertThat(event.path("target").asString()).isEqualTo("thing");
        assertThat(event.path("changes").toString())
                .isEqualTo("[{\"field\":\"colour\",\"before\":\"red\",\"after\":\"blue\"}]");
        assertThat(page.at("/items/1/action").asString()).isEqualTo(USER_CREATED);
        assertThat(page.at("/items/1/actor/kind").asString()).isEqualTo("system");
        assertThat(json(viewer.get("api/audit/" + event.path("id").asString()))).isEqualTo(event);
    }

    @Test
    void eachFilterNarrows() {
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        world.clock.advance(Duration.ofDays(1));
        User bob = world.user("bob@example.org");
        world.userdeck.audit().record(NewAuditEvent.of("test.done", Actor.operator("ines", "Ines")));

        assertThat(actions("user=" + ada.id())).containsExactly(USER_CREATED);
        assertThat(actions("actor=operator")).containsExactly("test.done");
        assertThat(actions("actor=operator:ines")).containsExactly("test.done");
        assertThat(actions("actor=operator:otto")).isEmpty();
        assertThat(actions("action=test.done")).containsExactly("test.done");
        assertThat(actions("action=user.")).containsExactly(USER_CREATED, USER_CREATED);
        assertThat(actions("tenant=staff")).containsExactly(USER_CREATED, TENANT_CREATED);
        assertThat(actions("from=2026-03-02")).containsExactly("test.done", USER_CREATED);
        assertThat(actions("from=2026-03-02&action=user.&user=" + bob.id())).containsExactly(USER_CREATED);
        assertThat(actions("to=2026-03-01&action=user.")).containsExactly(USER_CREATED);
        assertThat(actions("to=2026-03-01T12:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor=nobody",
                "actor=",
                "actor=operator:",
                "action=",
                "user=",
                "user=%20",
                "from=yesterday",
                "to=2026-13-01",
                "from=2026-03-02&to=2026-03-01",
                "size=9",
                "size=101",
                "size=10&size=10",
                "actor=%00",
                "users=1"
            })
    void whatIsNoFilterIsRefused(String query) {
        var refused = viewer.get("api/audit?" + query);

        assertThat(refused.statusCode()).as(query).isEqualTo(400);
        assertThat(json(refused).path("detail").asString()).isNotBlank();
    }

    @Test
    void tooLongIsRefused() {
        for (String name : List.of("action", "actor=operator:", "user")) {
            String query = name.contains("=") ? name : name + "=";
            assertThat(viewer.get("api/audit?" + query + "x".repeat(129)).statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
    }

    @Test
    void pagesForwardAndBack() {
        for (int i = 0; i < 23; i++) {
            world.userdeck
                    .audit()
                    .record(NewAuditEvent.of("test.done", Actor.system()).target("" + i));
        }

        JsonNode first = json(viewer.get("api/audit?action=test.done&size=10"));
        JsonNode second =
                json(viewer.get("api/audit?action=test.done&size=10&cursor=" + encoded(first.path("nextCursor"))));
        JsonNode back =
                json(viewer.get("api/audit?action=test.done&size=10&cursor=" + encoded(second.path("previousCursor"))));

        assertThat(first.at("/items/0/target").asString()).isEqualTo("22");
        assertThat(second.at("/items/0/target").asString()).isEqualTo("12");
        assertThat(back.path("items")).isEqualTo(first.path("items"));
        assertThat(slug(viewer.get("api/audit?size=10&cursor=" + encoded(first.path("nextCursor")))))
                .isEqualTo("cursor-invalid");
    }

    @Test
    void anOperatorOfSomeTenantsReadsTheirEventsAlone() {
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        User bob = world.user("bob@example.org");
        world.userdeck
                .audit()
                .record(NewAuditEvent.of("test.done", Actor.user(bob.id().value()))
                        .tenant(STAFF));
        Client some = viewer.with("X-Operator", "VIEWER@staff");

        JsonNode items = json(some.get("api/audit")).path("items");

        assertThat(items.size()).isEqualTo(3);
        items.forEach(item -> assertThat(item.path("tenant").asString()).isEqualTo("staff"));
        assertThat(items.at("/0/actor/id").asString()).isEqualTo(bob.id().value());
        assertThat(items.at("/0/actor").path("name").isString()).isFalse();
        assertThat(items.at("/1/user/name").asString()).isEqualTo("ada@example.org");
        assertThat(items.toString()).doesNotContain("bob@example.org");
        String elsewhere =
                json(viewer.get("api/audit?user=" + bob.id())).at("/items/0/id").asString();
        assertThat(viewer.get("api/audit/" + elsewhere).statusCode()).isEqualTo(200);
        assertThat(some.get("api/audit/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(some.get("api/audit?tenant=public").statusCode()).isEqualTo(404);
        assertThat(some.get("api/users/" + bob.id() + "/timeline").statusCode()).isEqualTo(404);
        assertThat(some.get("api/users/" + ada.id() + "/timeline").statusCode()).isEqualTo(200);
        for (String unknown : new String[] {"none", "%20", "x".repeat(200)}) {
            assertThat(viewer.get("api/audit/" + unknown).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void addressesAreMaskedWhereTheActorIsUnknown() {
        world.activeUser("katerina@example.org");
        world.userdeck
                .users()
                .signIn(
                        "katerina@example.org",
                        "wrong",
                        TenantId.PUBLIC,
                        Actor.anonymous().ip("198.51.100.27"));

        JsonNode failed =
                json(viewer.get("api/audit?action=user.sign-in-failed")).at("/items/0");

        assertThat(failed.at("/user/name").asString()).isEqualTo("kat***@example.org");
        assertThat(failed.at("/actor/kind").asString()).isEqualTo("anonymous");
        assertThat(failed.at("/actor/ip").asString()).isEqualTo("198.51.100.27");
        assertThat(failed.toString()).doesNotContain("katerina");
    }

    @Test
    void whatHasBeenKeptLongEnoughIsGone(TestDatabase database) {
        assertThat(json(viewer.get("api/audit")).path("keptDays").isNumber()).isFalse();
        world.close();
        world = new DashboardFixture(database, builder -> builder.auditRetention(Duration.ofDays(400)));
        viewer = world.as(Preset.VIEWER);
        User ada = world.activeUser("ada@example.org");
        String old =
                json(viewer.get("api/audit?user=" + ada.id())).at("/items/0/id").asString();
        world.clock.advance(Duration.ofDays(401));
        world.userdeck
                .audit()
                .record(NewAuditEvent.of("test.done", Actor.system()).user(ada.id()));

        world.userdeck.runMaintenance();

        JsonNode log = json(viewer.get("api/audit"));
        assertThat(log.path("keptDays").asInt()).isEqualTo(400);
        assertThat(log.path("items").size()).isEqualTo(1);
        assertThat(viewer.get("api/audit/" + old).statusCode()).isEqualTo(404);
        assertThat(json(viewer.get("api/users/" + ada.id()))
                        .at("/timeline/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aStolenTokenIsToldOfWithoutTheToken() {
        User ada = world.activeUser("ada@example.org");
        var issued = world.session(ada);
        world.clock.advance(Duration.ofMinutes(31));
        String fresh = world.userdeck
                .sessions()
                .refresh(issued.token(), Actor.anonymous())
                .orElseThrow()
                .newToken();
        assertThat(world.userdeck.sessions().verify(fresh)).isPresent();
        world.clock.advance(Duration.ofMinutes(2));
        var thief = Actor.anonymous().ip("203.0.113.77");
        assertThat(world.userdeck.sessions().refresh(issued.token(), thief)).isEmpty();

        JsonNode page = json(viewer.get("api/users/" + ada.id()));

        assertThat(page.at("/timeline/items/0/action").asString()).isEqualTo(SESSION_THEFT_DETECTED);
        assertThat(page.at("/timeline/items/0/actor/ip").asString()).isEqualTo("203.0.113.77");
        assertThat(page.at("/sessions/items").size()).isZero();
        assertThat(page.toString()).doesNotContain(issued.token(), fresh);
        assertThat(world.userdeck.sessions().verify(fresh)).isEmpty();
    }

    @Test
    void anErasedUserIsAnIdWithoutAName() {
        User ada = world.user("ada@example.org");
        world.userdeck.users().delete(ada.id());

        JsonNode deleted = json(viewer.get("api/audit?user=" + ada.id())).at("/items/0");

        assertThat(deleted.path("action").asString()).isEqualTo(USER_DELETED);
        assertThat(deleted.at("/user/id").asString()).isEqualTo(ada.id().value());
        assertThat(deleted.at("/user").path("name").isString()).isFalse();
    }

    @Test
    void theUserPageHasTheTimelineInIt() {
        User ada = world.activeUser("ada@example.org");
        for (int i = 0; i < 22; i++) {
            world.session(ada);
        }

        JsonNode page = json(viewer.get("api/users/" + ada.id()));
        JsonNode older = json(
                viewer.get("api/users/" + ada.id() + "/timeline?cursor=" + encoded(page.at("/timeline/nextCursor"))));

        assertThat(page.at("/timeline/items").size()).isEqualTo(20);
        assertThat(page.at("/timeline/items/0/action").asString()).isEqualTo(SESSION_CREATED);
        assertThat(page.at("/timeline/items/0/actor/name").asString()).isEqualTo("ada@example.org");
        assertThat(older.path("items").size()).isEqualTo(3);
        assertThat(older.at("/items/2/action").asString()).isEqualTo(USER_SIGNED_UP);
    }

    @Test
    void aUsersSessionsArePaged() {
        User ada = world.activeUser("ada@example.org");
        var noted = SessionOrigin.of("password").hostData("{\"till\":4}");
        assertThat(world.userdeck.sessions().create(ada.id(), noted)).isPresent();
        for (int i = 0; i < 25; i++) {
            world.clock.advance(Duration.ofSeconds(1));
            world.session(ada);
        }

        JsonNode first = json(viewer.get("api/users/" + ada.id())).path("sessions");
        String path = "api/users/" + ada.id() + "/sessions?size=20&cursor=";
        JsonNode second = json(viewer.get(path + encoded(first.path("nextCursor"))));
        JsonNode back = json(viewer.get(path + encoded(second.path("previousCursor"))));

        assertThat(first.path("items").size()).isEqualTo(20);
        assertThat(second.path("items").size()).isEqualTo(6);
        assertThat(second.at("/items/5/hostData").asString()).isEqualTo("{\"till\":4}");
        assertThat(back.path("items")).isEqualTo(first.path("items"));
        assertThat(viewer.get(path + "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void aTimelineIsNarrowedByKind() {
        User ada = world.activeUser("ada@example.org");
        world.session(ada);
        world.userdeck
                .audit()
                .record(NewAuditEvent.of("test.done", Actor.operator("ines", "Ines"))
                        .user(ada.id()));
        String timeline = "api/users/" + ada.id() + "/timeline";

        assertThat(actionsOf(timeline + "?action=session.")).containsExactly(SESSION_CREATED);
        assertThat(actionsOf(timeline + "?actor=operator")).containsExactly("test.done");
        assertThat(viewer.get(timeline + "?kind=session").statusCode()).isEqualTo(400);
        assertThat(viewer.get(timeline + "?actor=nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void justWhatTheFiltersLeaveIsExportedByWhoMay() {
        User ada = world.user(NewUser.withEmail("ada@example.org").tenant(STAFF));
        world.user("bob@example.org");
        Client admin = viewer.with("X-Operator", "ADMIN");

        var lines = admin.get("api/audit/export?format=jsonl&action=user.created&user=" + ada.id());
        var csv = admin.get("api/audit/export?tenant=staff&from=2026-03-01&to=2026-03-01");
        var ofStaff = viewer.with("X-Operator", "ADMIN@staff").get("api/audit/export?format=jsonl");

        assertThat(lines.body().lines())
                .singleElement()
                .asString()
                .contains(USER_CREATED, ada.id().value());
        assertThat(lines.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
        assertThat(lines.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.jsonl\"");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
        assertThat(csv.body().lines()).hasSize(1 + 2).noneMatch(line -> line.contains("bob@"));
        assertThat(ofStaff.body()).contains(TENANT_CREATED).doesNotContain("bob@", "public");
        assertThat(actions("action=" + DATA_AUDIT_EXPORTED)).hasSize(3);
        assertThat(viewer.get("api/audit/export").statusCode()).isEqualTo(403);
        assertThat(viewer.with("X-Operator", "SUPPORT").get("api/audit/export").statusCode())
                .isEqualTo(403);
        for (String refused : List.of("users=1", "size=10", "format=xlsx", "actor=nobody")) {
            assertThat(admin.get("api/audit/export?" + refused).statusCode())
                    .as(refused)
                    .isEqualTo(400);
        }
    }

    private List<String> actions(String query) {
        return actionsOf("api/audit?" + query);
    }

    private List<String> actionsOf(String path) {
        var actions = new ArrayList<String>();
        json(viewer.get(path))
                .path("items")
                .forEach(item -> actions.add(item.path("action").asString()));
        return actions;
    }

    private static String encoded(JsonNode cursor) {
        return URLEncoder.encode(cursor.asString(), StandardCharsets.UTF_8);
    }
}
