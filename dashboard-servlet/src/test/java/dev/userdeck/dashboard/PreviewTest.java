package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The previews of a recipe's page, with a recipe that the dashboard can't know. */
@ExtendWith(TestDatabase.H2.class)
class PreviewTest {
    private DashboardFixture world;
    private Client admin;
    private String recipe;
    private String things;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        admin = world.as(Preset.ADMIN);
        recipe = world.recipe.id().value();
        things = "api/recipes/" + recipe + "/things";
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void itsShapeComesWithThePage() {
        JsonNode preview = json(admin.get("api/session")).at("/pages/0/preview");

        assertThat(preview.path("data").asString()).isEqualTo("recipes/" + recipe + "/things/{item}");
        assertThat(preview.at("/edit/method").asString()).isEqualTo("PUT");
        assertThat(preview.at("/edit/path").asString()).isEqualTo("recipes/" + recipe + "/things/{item}");
        assertThat(preview.at("/edit/form/2/suggestions").asString())
                .isEqualTo("recipes/" + recipe + "/word-options?q={query}");
        assertThat(preview.at("/actions/0/method").asString()).isEqualTo("DELETE");
        assertThat(preview.at("/parts/0")).isEqualTo(json("""
                {"id":"words","title":{"key":"RECIPE.words","text":"Words"},"kind":"chips",
                 "empty":{"key":"RECIPE.no-words","text":"No words"},"groupBy":":"}""".replace("RECIPE", recipe)));
        assertThat(preview.at("/parts/1/kind").asString()).isEqualTo("facts");
        assertThat(preview.at("/parts/2/more").asString()).isEqualTo("recipes/" + recipe + "/things/{item}/words");
    }

    @Test
    void whatAnOperatorMayNotDoIsNotOffered() {
        JsonNode preview =
                json(admin.with("X-Operator", "VIEWER").get("api/session")).at("/pages/0/preview");

        assertThat(preview.has("edit")).isFalse();
        assertThat(preview.path("actions").size()).isZero();
        assertThat(preview.path("parts").size()).isEqualTo(3);
    }

    @Test
    void oneRequestTellsAllOfARow() {
        world.recipe.thing("lamp", "blue", "green", "red");

        JsonNode lamp = json(admin.get(things + "/lamp"));

        assertThat(lamp.path("title").asString()).isEqualTo("lamp");
        assertThat(lamp.path("etag").asString()).isEqualTo("\"1\"");
        assertThat(lamp.at("/values/words")).isEqualTo(json("[\"blue\",\"green\",\"red\"]"));
        assertThat(lamp.at("/parts/words/labels")).isEqualTo(json("[\"blue\",\"green\",\"red\"]"));
        assertThat(lamp.at("/parts/facts/rows/0/value").asInt()).isEqualTo(1);
        assertThat(lamp.at("/parts/table/total").asInt()).isEqualTo(3);
        assertThat(lamp.at("/parts/table/items").size()).isEqualTo(2);
        assertThat(json(admin.get(things + "/lamp/words?cursor="
                                + lamp.at("/parts/table/nextCursor").asString()))
                        .at("/items/0/key")
                        .asString())
                .isEqualTo("red");
        assertThat(slug(admin.get(things + "/gone"))).isEqualTo("not-found");
    }

    @Test
    void aLinkLeadsWhereTheOperatorMayGo() {
        world.recipe.thing("lamp", "with/slash & ünïcode");

        JsonNode table = json(admin.get(things + "/lamp")).at("/parts/table");

        String link = "users?f." + recipe + ".tags=with%2Fslash%20%26%20%C3%BCn%C3%AFcode";
        assertThat(table.path("all").asString()).isEqualTo(link);
        assertThat(table.at("/items/0/link").asString()).isEqualTo(link);
        assertThat(admin.get("api/" + link).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCantBeDoneWithThisRowSaysWhy() {
        world.recipe.thing("anchor");

        JsonNode anchor = json(admin.get(things + "/anchor"));

        assertThat(anchor.at("/lockedFields/name/text").asString()).isEqualTo("It has to stay");
        assertThat(anchor.path("lockedActions")
                        .path("DELETE recipes/" + recipe + "/things/{item}")
                        .path("text")
                        .asString())
                .isEqualTo("It has to stay");
    }

    @Test
    void aRowIsEditedForTheVersionThatWasRead() {
        world.recipe.thing("lamp", "blue");
        String body = "{\"name\":\"lantern\",\"words\":[\"red\"]}";

        HttpResponse<String> without = admin.send("PUT", things + "/lamp", body);
        HttpResponse<String> first = admin.with("If-Match", "\"1\"").send("PUT", things + "/lamp", body);
        HttpResponse<String> second = admin.with("If-Match", "\"1\"").send("PUT", things + "/lantern", body);

        assertThat(slug(without)).isEqualTo("precondition-required");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).path("key").asString()).isEqualTo("lantern");
        assertThat(slug(second)).isEqualTo("stale");
        assertThat(world.recipe.things()).containsExactly("lantern");
    }

    @Test
    void theRowInTheWayIsNamed() {
        world.recipe.thing("lamp");

        HttpResponse<String> taken = admin.send("POST", things, "{\"name\":\"lamp\"}");

        assertThat(slug(taken)).isEqualTo("thing-taken");
        assertThat(json(taken).path("row").asString()).isEqualTo("lamp");
    }

    @Test
    void anOperatorOfSomeTenantsSeesNoneOfIt() {
        world.recipe.thing("lamp");
        Client scoped = admin.with("X-Operator", "OWNER@public");

        assertThat(scoped.get(things + "/lamp").statusCode()).isEqualTo(403);
        assertThat(scoped.get(things + "/lamp/words").statusCode()).isEqualTo(403);
    }

    @Test
    void aRightThatIsTakenAwayCountsAtTheNextRequest() {
        world.recipe.thing("lamp", "blue");
        Client editing = admin.with("If-Match", "\"1\"");
        assertThat(editing.get(things + "/lamp").statusCode()).isEqualTo(200);

        HttpResponse<String> refused =
                editing.with("X-Operator", "SUPPORT").send("PUT", things + "/lamp", "{\"name\":\"mine\"}");

        assertThat(slug(refused)).isEqualTo("forbidden");
        assertThat(world.recipe.things()).containsExactly("lamp");
    }
}
