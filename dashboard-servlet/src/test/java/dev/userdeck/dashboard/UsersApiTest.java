package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipePart;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Users and their sessions over HTTP. */
@ExtendWith(TestDatabase.H2.class)
class UsersApiTest {
    private static final TenantId ACME = new TenantId("acme");

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
    void anEmptyListIsAList() {
        assertThat(admin.get("api/users").body()).startsWith("{\"items\":[]");
    }

    @Test
    void listsTheNewestFirst() {
        world.user(NewUser.withEmail("ada@example.org").name("Ada"));
        world.clock.advance(Duration.ofSeconds(1));
        User grace = world.activeUser("grace@example.org");

        JsonNode items = json(admin.get("api/users")).path("items");

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.at("/0/id").asString()).isEqualTo(grace.id().value());
        assertThat(items.at("/0/status").asString()).isEqualTo("active");
        assertThat(items.at("/0/methods/0/kind").asString()).isEqualTo("password");
        assertThat(items.at("/0/joinedAt").asString()).isEqualTo("2026-03-01T12:00:01Z");
        assertThat(items.at("/0/tenants/0").asString()).isEqualTo("public");
        assertThat(items.at("/1/name").asString()).isEqualTo("Ada");
        assertThat(items.at("/1/status").asString()).isEqualTo("invited");
        assertThat(json(admin.get("api/users?sort=joined")).at("/items/0/name").asString())
                .isEqualTo("Ada");
    }

    @Test
    void pagesForwardAndBack() {
        for (int i = 0; i < 25; i++) {
            world.user("user" + i + "@example.org");
            world.clock.advance(Duration.ofSeconds(1));
        }

        JsonNode first = json(admin.get("api/users?size=10"));
        JsonNode second = json(admin.get("api/users?size=10&cursor=" + encoded(first.path("nextCursor"))));
        JsonNode third = json(admin.get("api/users?size=10&cursor=" + encoded(second.path("nextCursor"))));
        JsonNode back = json(admin.get("api/users?size=10&cursor=" + encoded(third.path("previousCursor"))));

        var seen = new ArrayList<String>();
        List.of(first, second, third)
                .forEach(page -> page.path("items")
                        .forEach(item -> seen.add(item.path("id").asString())));
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(third.path("nextCursor").isMissingNode()
                        || third.path("nextCursor").isNull())
                .isTrue();
        assertThat(back.path("items")).isEqualTo(second.path("items"));
    }

    @Test
    void aCursorIsGoodForItsQueryAlone() {
        for (int i = 0; i < 12; i++) {
            world.user("user" + i + "@example.org");
        }
        String cursor = json(admin.get("api/users?size=10")).path("nextCursor").asString();
        String[] bad = {
            "sort=joined&size=10&cursor=" + encoded(cursor),
            "size=10&cursor=" + encoded(cursor.substring(1)),
            "size=10&cursor=" + encoded(cursor + "x"),
            "size=10&cursor=nonsense",
            "size=10&cursor=%00",
        };
        for (String query : bad) {
            assertThat(admin.get("api/users?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(slug(admin.get("api/users?cursor=nonsense"))).isEqualTo("cursor-invalid");
    }

    @Test
    void parametersOutOfBoundsAreRefused() {
        for (String query : new String[] {
            "size=0",
            "size=9",
            "size=101",
            "size=x",
            "sort=shoes",
            "size=10&size=20",
            "status=gone",
            "status=,",
            "method=telepathy",
            "joined=2026",
            "joined=..",
            "lastSeen=yesterday..",
            "q=a&q=b",
            "q=" + "x".repeat(501),
            "q=a+b+c+d+e+f+g+h+i+j+k",
            "provider=" + "x".repeat(256),
        }) {
            assertThat(admin.get("api/users?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(admin.get("api/users?tenant=none%2F").statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusalSaysWhatThereIs() {
        JsonNode sort = json(admin.get("api/users?sort=shoes"));
        JsonNode status = json(admin.get("api/users/count?status=gone"));

        assertThat(sort.path("parameter").asString()).isEqualTo("sort");
        assertThat(sort.path("detail").asString()).contains("-lastSeen", "email");
        assertThat(status.path("parameter").asString()).isEqualTo("status");
        assertThat(status.path("detail").asString()).contains("suspended");
    }

    @Test
    void searchesFiltersSortsAndCounts() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        world.user(NewUser.withEmail("zed@example.org").name("Ada"));
        world.user(NewUser.withEmail("ad@example.org").name("Zo\u00eb 100%"));
        world.user(NewUser.withEmail("adam@acme.example").name("Adam").tenant(ACME));
        world.activeUser("grace@example.org");
        var acme = admin.with("X-Operator", "ADMIN@acme");

        assertThat(names(admin, "q=zoe")).containsExactly("Zo\u00eb 100%");
        assertThat(names(admin, "q=100%25")).containsExactly("Zo\u00eb 100%");
        assertThat(names(admin, "q=ad&sort=name")).containsExactly("Ada", "Adam", "Zo\u00eb 100%");
        assertThat(names(admin, "q=ad&sort=-email")).containsExactly("Ada", "Adam", "Zo\u00eb 100%");
        assertThat(names(admin, "q=ad&tenant=acme")).containsExactly("Adam");
        assertThat(names(acme, "q=ad")).containsExactly("Adam");
        assertThat(names(acme, "q=zoe")).isEmpty();
        assertThat(names(admin, "status=active,suspended")).hasSize(1);
        assertThat(names(admin, "method=password&status=active")).hasSize(1);
        assertThat(names(admin, "provider=google")).isEmpty();
        assertThat(names(admin, "lastSeen=2026-01-01..")).isEmpty();
        assertThat(names(admin, "joined=2026-03-01..2026-03-01")).hasSize(4);
        assertThat(admin.get("api/users/count?q=ad").body()).isEqualTo("{\"count\":3,\"exact\":true}");
        assertThat(acme.get("api/users/count").body()).isEqualTo("{\"count\":1,\"exact\":true}");
        assertThat(admin.get("api/users/providers").body()).isEqualTo("[]");
        assertThat(json(admin.get("api/session")).path("searchMode").asString()).isEqualTo("word_start");
    }

    private static List<String> names(Client client, String query) {
        var names = new ArrayList<String>();
        json(client.get("api/users?" + query))
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    @Test
    void oneRequestDrawsTheUserPage() {
        User ada = world.activeUser("ada@example.org");
        var session = world.session(ada).session();
        world.recipe.tag(ada.id(), "blue");
        String recipe = world.recipe.id().value();

        JsonNode page = json(admin.get("api/users/" + ada.id()));

        assertThat(page.at("/user/email").asString()).isEqualTo("ada@example.org");
        assertThat(page.at("/user/methods/0/primary").asBoolean()).isTrue();
        assertThat(page.at("/user/version").isNumber()).isTrue();
        assertThat(page.at("/sessions/items/0/handle").asString())
                .isEqualTo(session.handle().value());
        assertThat(page.at("/sessions/items/0/ip").asString()).isEqualTo("192.0.2.7");
        assertThat(page.at("/sessions").path("nextCursor").isString()).isFalse();
        assertThat(page.at("/panels/" + recipe + ".tags/data/items/0/label").asString())
                .isEqualTo("blue");
        assertThat(page.at("/panels/" + recipe + ".note/data/headline/tone").asString())
                .isEqualTo("none");
        assertThat(page.at("/panels/" + recipe + ".entries/data/items/0/cells/state/tone")
                        .asString())
                .isEqualTo("ok");
        assertThat(page.at("/panels/" + recipe + ".entries/data/items/0/cells/at")
                        .asString())
                .isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void aUserWhoIsGoneIsNotFound() {
        User ada = world.user("ada@example.org");
        world.userdeck.users().delete(ada.id());

        for (String id : new String[] {ada.id().value(), "none", "%20", "x".repeat(200)}) {
            HttpResponse<String> answer = admin.get("api/users/" + id);
            assertThat(answer.statusCode()).as(id).isEqualTo(404);
            assertThat(slug(answer)).isEqualTo("not-found");
        }
        assertThat(admin.send("DELETE", "api/users/" + ada.id(), null).statusCode())
                .isEqualTo(404);
        assertThat(admin.send("DELETE", "api/users/" + ada.id() + "/sessions", null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void deletionSaysWhatGoesAndThenItGoes() {
        User ada = world.activeUser("ada@example.org");
        world.session(ada);
        world.session(ada);
        world.recipe.tag(ada.id(), "blue");

        JsonNode told = json(admin.get("api/users/" + ada.id() + "/deletion"));
        HttpResponse<String> deleted = admin.send("DELETE", "api/users/" + ada.id(), null);

        assertThat(told.at("/facts/0/count").asInt()).isEqualTo(2);
        assertThat(told.at("/facts/1/count").asInt()).isEqualTo(1);
        assertThat(told.at("/facts/1/text/text").asString()).isEqualTo("tags go");
        assertThat(told.path("confirm").asString()).isEqualTo("ada@example.org");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(admin.get("api/users/" + ada.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void deletionFactsCountAllSessions() {
        User ada = world.activeUser("ada@example.org");
        for (int i = 0; i < 101; i++) {
            world.session(ada);
        }

        JsonNode told = json(admin.get("api/users/" + ada.id() + "/deletion"));

        assertThat(told.at("/facts/0/count").asInt()).isEqualTo(101);
        assertThat(json(admin.get("api/users/" + ada.id()))
                        .at("/sessions/nextCursor")
                        .isString())
                .isTrue();
    }

    @Test
    void aRecipeThatCannotCountDoesNotKeepAUserFromDeletion() {
        User ada = world.user("ada@example.org");
        world.recipe.fail(RandomRecipePart.DELETION);

        JsonNode told = json(admin.get("api/users/" + ada.id() + "/deletion"));

        assertThat(told.path("facts").size()).isEqualTo(1);
        assertThat(told.path("errors").size()).isEqualTo(1);
    }

    @Test
    void endsOneSessionOfThisUserAlone() {
        User ada = world.activeUser("ada@example.org");
        User grace = world.activeUser("grace@example.org");
        var own = world.session(ada);
        var other = world.session(grace);
        String sessions = "api/users/" + ada.id() + "/sessions/";

        HttpResponse<String> ended =
                admin.send("DELETE", sessions + own.session().handle(), null);
        HttpResponse<String> again =
                admin.send("DELETE", sessions + own.session().handle(), null);
        HttpResponse<String> foreign =
                admin.send("DELETE", sessions + other.session().handle(), null);

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(slug(again)).isEqualTo("not-found");
        assertThat(slug(foreign)).isEqualTo("not-found");
        assertThat(world.userdeck.sessions().verify(own.token())).isEmpty();
        assertThat(world.userdeck.sessions().verify(other.token())).isPresent();
    }

    @Test
    void endsAllSessionsAndSaysHowMany() {
        User ada = world.activeUser("ada@example.org");
        var first = world.session(ada);
        var second = world.session(ada);

        HttpResponse<String> ended = admin.send("DELETE", "api/users/" + ada.id() + "/sessions", null);

        assertThat(ended.body()).isEqualTo("{\"ended\":2}");
        assertThat(world.userdeck.sessions().verify(first.token())).isEmpty();
        assertThat(world.userdeck.sessions().verify(second.token())).isEmpty();
    }

    @Test
    void anOperatorOfSomeTenantsSeesThoseAlone() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        User both = world.user("both@example.org");
        world.userdeck.users().addToTenant(both.id(), ACME, Actor.system());
        world.user("public@example.org");
        User acme = world.user(NewUser.withEmail("acme@example.org").tenant(ACME));
        var operator = admin.with("X-Operator", "ADMIN@acme");

        JsonNode items = json(operator.get("api/users")).path("items");
        JsonNode capabilities = json(operator.get("api/session"));

        assertThat(items.size()).isEqualTo(2);
        items.forEach(item -> assertThat(item.path("tenants").toString()).isEqualTo("[\"acme\"]"));
        assertThat(capabilities.path("tenants").toString()).isEqualTo("[{\"id\":\"acme\",\"name\":\"Acme\"}]");
        assertThat(operator.get("api/users?tenant=public").statusCode()).isEqualTo(404);
        assertThat(operator.get("api/users?tenant=acme").statusCode()).isEqualTo(200);
        assertThat(json(admin.get("api/users?tenant=acme")).path("items").size())
                .isEqualTo(2);
        assertThat(operator.send("DELETE", "api/users/" + acme.id(), null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aUserOfOtherTenantsTooIsNotDeletedByAnOperatorOfOne() {
        world.userdeck.tenants().create(ACME, "Acme", Actor.system());
        User both = world.user("both@example.org");
        world.userdeck.users().addToTenant(both.id(), ACME, Actor.system());

        HttpResponse<String> answer =
                admin.with("X-Operator", "ADMIN@acme").send("DELETE", "api/users/" + both.id(), null);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asString()).contains("tenants");
        assertThat(world.userdeck.users().find(both.id())).isPresent();
    }

    @Test
    void aDatabaseThatIsDownIs503AndComesBack(TestDatabase database) {
        User ada = world.user("ada@example.org");

        database.refuseConnections();
        HttpResponse<String> list = admin.get("api/users");
        HttpResponse<String> page = admin.get("api/users/" + ada.id());
        int shell = admin.get("").statusCode();
        database.acceptConnections();

        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(slug(list)).isEqualTo("storage-unavailable");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(shell).isEqualTo(200);
        assertThat(admin.get("api/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aPoolWithNothingLeftIs503AndHeals(TestDatabase database) throws SQLException {
        User ada = world.user("ada@example.org");
        var taken = new ArrayList<Connection>();
        List<HttpResponse<String>> answers;
        try {
            while (taken.size() < TestDatabase.POOL_SIZE) {
                taken.add(database.dataSource().getConnection());
            }
            answers = Client.atOnce(
                    () -> admin.get("api/users"), () -> admin.send("DELETE", "api/users/" + ada.id(), null));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(slug(answer)).isEqualTo("storage-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).doesNotContainIgnoringCase("select").doesNotContain("Exception", "jdbc", "pool");
        });
        assertThat(json(admin.get("api/users")).path("items")).hasSize(1);
    }

    private static String encoded(JsonNode cursor) {
        return encoded(cursor.asString());
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
