package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Filters of a recipe that the dashboard can't know. */
@ExtendWith(TestDatabase.H2.class)
class RecipeFiltersTest {
    private DashboardFixture world;
    private Client admin;
    private String recipe;
    private User ada;
    private User grace;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        admin = world.as(Preset.ADMIN);
        recipe = world.recipe.id().value();
        ada = world.user("ada@example.org");
        world.clock.advance(Duration.ofDays(1));
        grace = world.user("grace@example.org");
        world.recipe.tag(ada.id(), "blue", "with, comma & 100%");
        world.recipe.tag(grace.id(), "red");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void theyAreDescribed() {
        JsonNode filters = json(admin.get("api/session")).path("filters");

        assertThat(filters.at("/0")).isEqualTo(json("""
                {"id":"RECIPE.tags","recipe":"RECIPE","label":{"key":"RECIPE.filter-tags","text":"Tags"},
                 "kind":"anyof","options":"recipes/RECIPE/tag-options?q={query}&id={id}&tenant={tenant}"}""".replace("RECIPE", recipe)));
        assertThat(filters.at("/1/kind").asString()).isEqualTo("yesno");
        assertThat(filters.at("/1/choices/1")).isEqualTo(json("""
                {"id":"no","label":{"key":"RECIPE.filter-no-note","text":"No note"}}""".replace("RECIPE", recipe)));
        assertThat(filters.at("/2/kind").asString()).isEqualTo("oneof");
        assertThat(filters.at("/3/kind").asString()).isEqualTo("range");
    }

    @Test
    void theyNarrowTheList() {
        assertThat(listed("tags", "blue")).containsExactly(ada);
        assertThat(listed("tags", "blue,red")).containsExactly(grace, ada);
        assertThat(listed("tags", "with%2C comma & 100%25")).containsExactly(ada);
        assertThat(listed("tags", "green")).isEmpty();
        assertThat(listed("amount", "more")).containsExactly(ada);
        assertThat(listed("note", "no")).containsExactly(grace, ada);
        assertThat(listed("note", "yes")).isEmpty();
        assertThat(listed("day", "2026-03-02..2026-03-02")).containsExactly(grace);
        assertThat(listed("day", "..2026-03-01")).containsExactly(ada);
        assertThat(listed("day", "2026-03-02T12:00:00Z..")).containsExactly(grace);
    }

    @Test
    void theDayOfJoiningNarrowsTheListToo() {
        assertThat(ids(admin.get("api/users?joined=2026-03-02..")))
                .containsExactly(grace.id().value());
        assertThat(ids(admin.get("api/users?joined=..2026-03-01")))
                .containsExactly(ada.id().value());
        HttpResponse<String> refused = admin.get("api/users?joined=..yesterday");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("parameter").asString()).isEqualTo("joined");
    }

    @Test
    void aValueOutOfFormIsRefusedByName() {
        for (String[] bad : List.of(
                new String[] {"tags", ""},
                new String[] {"tags", "blue,"},
                new String[] {"tags", "x".repeat(256)},
                new String[] {"amount", "many"},
                new String[] {"note", "true"},
                new String[] {"day", "2026-03-02"},
                new String[] {"day", ".."},
                new String[] {"day", "2026-02-30.."},
                new String[] {"day", "-10000-01-01T00:00:00Z.."})) {
            HttpResponse<String> refused = get(admin, bad[0], bad[1]);

            assertThat(refused.statusCode()).as("%s=%s", bad[0], bad[1]).isEqualTo(400);
            assertThat(json(refused).path("parameter").asString()).isEqualTo("f." + recipe + "." + bad[0]);
        }
    }

    @Test
    void whatIsUnknownIsRefusedByName() {
        for (String path : List.of("api/users", "api/users/count")) {
            for (String unknown : List.of("f.gone.level", "f." + recipe + ".gone", "status2", "f%2Egone%2Elevel")) {
                HttpResponse<String> refused = admin.get(path + "?status=active&" + unknown + "=gold");

                assertThat(refused.statusCode()).as("%s?%s", path, unknown).isEqualTo(400);
                assertThat(json(refused).path("parameter").asString()).isEqualTo(unknown.replace("%2E", "."));
                assertThat(json(refused).path("detail").asString()).contains("is unknown");
            }
        }
        assertThat(admin.get("api/users?size=10&").statusCode()).isEqualTo(200);
    }

    @Test
    void whoMayNotIsNotOfferedAndRefused() {
        Client viewer = admin.with("X-Operator", "VIEWER");

        assertThat(json(viewer.get("api/session")).path("filters").size()).isEqualTo(3);
        assertThat(slug(get(viewer, "note", "yes"))).isEqualTo("forbidden");
    }

    @Test
    void theScopeHoldsWhateverIsChosen() {
        TenantId acme = new TenantId("acme");
        world.userdeck.tenants().create(acme, "Acme", Actor.system());
        world.userdeck.users().addToTenant(grace.id(), acme, Actor.system());
        Client scoped = admin.with("X-Operator", "ADMIN@acme");

        assertThat(ids(get(scoped, "note", "no"))).containsExactly(grace.id().value());
        // The tag is in the tenant public.
        assertThat(ids(get(scoped, "tags", "red"))).isEmpty();
    }

    private List<User> listed(String filter, String value) {
        return ids(get(admin, filter, value)).stream()
                .map(id -> id.equals(ada.id().value()) ? ada : grace)
                .toList();
    }

    private static List<String> ids(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var ids = new ArrayList<String>();
        json(answer).path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private HttpResponse<String> get(Client client, String filter, String value) {
        return client.get(
                "api/users?f." + recipe + "." + filter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
