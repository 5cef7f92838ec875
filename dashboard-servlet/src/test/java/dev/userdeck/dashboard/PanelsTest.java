package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.RandomRecipePart;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What recipes add, with a recipe that the dashboard can't know. */
@ExtendWith(TestDatabase.H2.class)
class PanelsTest {
    private DashboardFixture world;
    private Client admin;
    private String recipe;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        admin = world.as(Preset.ADMIN);
        recipe = world.recipe.id().value();
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void aColumnOfTheUsersListIsDescribed() {
        JsonNode column = capabilities(admin).at("/columns/0");

        assertThat(column).isEqualTo(json("""
                {"id":"RECIPE.tags","recipe":"RECIPE","label":{"key":"RECIPE.tags","text":"Tags"},"kind":"chips",
                 "width":"md","priority":2,"small":"line"}""".replace("RECIPE", recipe)));
    }

    @Test
    void aSectionOfChipsIsDescribed() {
        JsonNode section = capabilities(admin).at("/sections/0");

        assertThat(section.path("id").asString()).isEqualTo(recipe + ".tags");
        assertThat(section.path("kind").asString()).isEqualTo("chips");
        assertThat(section.path("width").asString()).isEqualTo("full");
        assertThat(section.path("perTenant").asBoolean()).isTrue();
        assertThat(section.at("/add/method").asString()).isEqualTo("POST");
        assertThat(section.at("/add/path").asString()).isEqualTo("recipes/" + recipe + "/users/{userId}/tags");
        assertThat(section.at("/add/options").asString())
                .isEqualTo("recipes/" + recipe + "/tag-options?q={query}&id={id}&tenant={tenant}");
        assertThat(section.at("/add/field").asString()).isEqualTo("tags");
        assertThat(section.at("/add/many").asBoolean()).isTrue();
        assertThat(section.at("/remove/method").asString()).isEqualTo("DELETE");
        assertThat(section.at("/remove/path").asString())
                .isEqualTo("recipes/" + recipe + "/users/{userId}/tags/{item}?tenant={tenant}");
    }

    @Test
    void aSectionOfFactsIsDescribed() {
        JsonNode section = capabilities(admin).at("/sections/1");

        assertThat(section.path("kind").asString()).isEqualTo("facts");
        assertThat(section.path("width").asString()).isEqualTo("half");
        assertThat(section.at("/actions/0/tone").asString()).isEqualTo("primary");
        assertThat(section.at("/actions/0/form/0")).isEqualTo(json("""
                {"name":"text","label":{"key":"RECIPE.note","text":"Note"},"kind":"long","required":true,
                 "maxLength":500}""".replace("RECIPE", recipe)));
        assertThat(section.at("/actions/1/confirm/typeToConfirm").asBoolean()).isFalse();
    }

    @Test
    void aSectionOfJsonIsDescribed() {
        JsonNode section = capabilities(admin).at("/sections/3");

        assertThat(section.path("kind").asString()).isEqualTo("json");
        assertThat(section.at("/empty/text").asString()).isEqualTo("No settings");
        assertThat(section.path("save")).isEqualTo(json("""
                {"label":{"key":"RECIPE.save-settings","text":"Save settings"},"method":"PUT",
                 "path":"recipes/RECIPE/users/{userId}/settings",
                 "done":{"key":"RECIPE.settings-saved","text":"Settings saved"},
                 "wholeUser":true,"field":"json","maxBytes":1024}""".replace("RECIPE", recipe)));
        JsonNode viewer = capabilities(admin.with("X-Operator", "VIEWER"));
        assertThat(viewer.at("/sections/3/save").isMissingNode()).isTrue();
    }

    @Test
    void aPageIsDescribed() {
        JsonNode page = capabilities(admin).at("/pages/0");

        assertThat(page.path("id").asString()).isEqualTo("things");
        assertThat(page.path("data").asString()).isEqualTo("recipes/" + recipe + "/things");
        assertThat(page.at("/columns/0/id").asString()).isEqualTo("name");
        assertThat(page.at("/create/icon").asString()).isEqualTo("plus");
        assertThat(page.at("/empty/title/text").asString()).isEqualTo("No things yet");
        assertThat(page.at("/rowActions/0/path").asString()).isEqualTo("recipes/" + recipe + "/things/{item}");
        assertThat(page.at("/rowActions/0/confirm/facts").asString())
                .isEqualTo("recipes/" + recipe + "/things/{item}/deletion");
        assertThat(page.at("/rowActions/0/confirm/typeToConfirm").asBoolean()).isTrue();
    }

    @Test
    void whatAnOperatorMayNotDoIsNotOffered() {
        JsonNode viewer = capabilities(admin.with("X-Operator", "VIEWER"));

        assertThat(viewer.path("sections").size()).isEqualTo(4);
        assertThat(viewer.at("/sections/0/add").isMissingNode()).isTrue();
        assertThat(viewer.at("/sections/0/remove").isMissingNode()).isTrue();
        assertThat(viewer.at("/sections/1/actions").size()).isZero();
        assertThat(viewer.at("/sections/2/rowActions").size()).isZero();
        assertThat(viewer.at("/pages/0/create").isMissingNode()).isTrue();
        assertThat(viewer.at("/pages/0/rowActions").size()).isZero();
    }

    @Test
    void whatTakesAnOperatorOfAllTheUsersTenantsSaysSo() {
        JsonNode sections = capabilities(admin).path("sections");

        assertThat(sections.at("/0/add/wholeUser").booleanValue()).isFalse();
        assertThat(sections.at("/0/remove/wholeUser").booleanValue()).isFalse();
        assertThat(sections.at("/1/actions/0/wholeUser").booleanValue()).isTrue();
        assertThat(sections.at("/1/actions/1/wholeUser").booleanValue()).isTrue();
        assertThat(sections.at("/3/save/wholeUser").booleanValue()).isTrue();
    }

    @Test
    void aPageForTheWholeAppIsNotOfferedToAnOperatorOfSomeTenants() {
        JsonNode scoped = capabilities(admin.with("X-Operator", "OWNER@public"));

        assertThat(scoped.path("pages").size()).isZero();
        assertThat(scoped.path("sections").size()).isEqualTo(4);
        assertThat(scoped.at("/sections/0/add/options").isMissingNode()).isFalse();
    }

    @Test
    void theCellsOfAColumnComeWithTheList() {
        User ada = world.user("ada@example.org");
        world.user("grace@example.org");
        world.recipe.tag(ada.id(), "blue", "red");

        JsonNode items = json(admin.get("api/users?sort=joined")).path("items");

        items.forEach(item -> {
            boolean tagged = item.path("id").asString().equals(ada.id().value());
            assertThat(item.path("cells").path(recipe + ".tags").size()).isEqualTo(tagged ? 2 : 0);
        });
    }

    @Test
    void aColumnThatThrowsFailsAloneAndIsLoggedOnce() {
        world.user("ada@example.org");
        world.recipe.fail(RandomRecipePart.COLUMN);

        HttpResponse<String> list = admin.get("api/users");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(json(list).at("/items/0/email").asString()).isEqualTo("ada@example.org");
        assertThat(json(list).at("/items/0/cellErrors").path(recipe + ".tags").asString())
                .contains("log")
                .doesNotContain("told to fail");
        assertThat(world.logged()).filteredOn(line -> line.contains(recipe)).hasSize(1);
    }

    @Test
    void aSectionThatThrowsFailsAlone() {
        User ada = world.user("ada@example.org");
        world.recipe.tag(ada.id(), "blue");
        world.recipe.fail(RandomRecipePart.FACTS);

        HttpResponse<String> page = admin.get("api/users/" + ada.id());

        assertThat(page.statusCode()).isEqualTo(200);
        JsonNode panels = json(page).path("panels");
        assertThat(panels.path(recipe + ".note").at("/error/detail").asString()).contains("log");
        assertThat(panels.path(recipe + ".tags").at("/data/items/0/label").asString())
                .isEqualTo("blue");
        world.recipe.mend(RandomRecipePart.FACTS);
        assertThat(json(admin.get("api/users/" + ada.id()))
                        .path("panels")
                        .path(recipe + ".note")
                        .has("data"))
                .isTrue();
    }

    @Test
    void anActionOfASectionWorks() {
        User ada = world.user("ada@example.org");
        String tags = "api/recipes/" + recipe + "/users/" + ada.id() + "/tags";
        String odd = "with/slash & ünïcode";

        int added = admin.send("POST", tags, "{\"tags\":[\"blue\",\"" + odd + "\"],\"tenant\":\"public\"}")
                .statusCode();
        int removed = admin.send("DELETE", tags + "/blue?tenant=public", null).statusCode();

        assertThat(added).isEqualTo(204);
        assertThat(removed).isEqualTo(204);
        assertThat(world.recipe.tagsOf(ada.id())).containsExactly(odd);
    }

    @Test
    void aRefusedFieldIsNamed() {
        User ada = world.user("ada@example.org");

        HttpResponse<String> refused =
                admin.send("PUT", "api/recipes/" + recipe + "/users/" + ada.id() + "/note", "{\"text\":\" \"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/text");
    }

    @Test
    void theRowsOfAPageAreConvertedByTheirKind() {
        String things = "api/recipes/" + recipe + "/things";
        admin.send("POST", things, "{\"name\":\"one\",\"description\":\"first\"}");
        admin.send("POST", things, "{\"name\":\"two\"}");

        HttpResponse<String> taken = admin.send("POST", things, "{\"name\":\"one\"}");
        JsonNode page = json(admin.get(things + "?size=1"));
        JsonNode rest = json(admin.get(things + "?size=1&cursor="
                + URLEncoder.encode(page.path("nextCursor").asString(), StandardCharsets.UTF_8)));

        assertThat(slug(taken)).isEqualTo("thing-taken");
        assertThat(page.at("/items/0")).isEqualTo(json("""
                {"key":"one","cells":{"name":{"title":"one"},"description":"first",
                 "state":{"tone":"warn","label":{"key":"things.new","text":"New"}}}}"""));
        assertThat(rest.at("/items/0/key").asString()).isEqualTo("two");
        assertThat(slug(admin.get(things + "?cursor=nonsense"))).isEqualTo("cursor-invalid");
        assertThat(json(admin.get(things + "?q=tw")).path("items").size()).isEqualTo(1);
    }

    @Test
    void theFactsOfAnActionAreTold() {
        admin.send("POST", "api/recipes/" + recipe + "/things", "{\"name\":\"one\"}");

        JsonNode facts = json(admin.get("api/recipes/" + recipe + "/things/one/deletion"));

        assertThat(facts.at("/facts/0/count").asInt()).isEqualTo(1);
        assertThat(facts.path("confirm").asString()).isEqualTo("one");
    }

    private static JsonNode capabilities(Client client) {
        return json(client.get("api/session"));
    }
}
