package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipePart;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a recipe asks for when a user is created. */
@ExtendWith(TestDatabase.H2.class)
class CreateFieldsTest {
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
    void isToldToThoseWhoMayFillItIn() {
        assertThat(fieldsFor(Preset.ADMIN)).containsExactly("note long", "secret switch", "tags names advanced");
        assertThat(fieldsFor(Preset.SUPPORT)).containsExactly("note long", "secret switch");
        assertThat(fieldsFor(Preset.VIEWER)).isEmpty();
        assertThat(json(world.as(Preset.ADMIN).get("api/session"))
                        .at("/createFields/0/fields/2/suggestions")
                        .asString())
                .isEqualTo("recipes/%s/tag-options?q={query}&id={id}&tenant={tenant}".formatted(world.recipe.id()));
    }

    @Test
    void isKeptWithTheUserInTheTenantThatWasChosen() {
        world.userdeck.tenants().create(new TenantId("acme"), "Acme", Actor.system());

        HttpResponse<String> answer =
                create(admin, "acme", "{'note': 'hello', 'secret': true, 'tags': ['vip', 'early']}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        User ada = users().get(0);
        assertThat(world.recipe.noteOn(ada.id())).isEqualTo("secret hello");
        assertThat(world.recipe.tagsOf(ada.id())).containsExactly("vip", "early");
    }

    @Test
    void whatIsLeftEmptyIsNotAsked() {
        world.recipe.fail(RandomRecipePart.CREATE);

        for (String empty : List.of("{}", "{'note': null}", "{'note': '  ', 'tags': []}")) {
            HttpResponse<String> answer = create(admin, "public", empty);

            assertThat(answer.statusCode()).as(empty).isEqualTo(201);
            world.userdeck.users().delete(users().get(0).id());
        }
    }

    @Test
    void aRefusalNamesTheFieldAndLeavesNoUser() {
        HttpResponse<String> answer = create(admin, "public", "{'note': 'refused'}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(refusals(answer)).containsExactly("note note-refused");
        assertThat(users()).isEmpty();
    }

    @Test
    void whatDoesNotFitItsFieldIsRefusedBeforeAnythingIsWritten() {
        assertThat(refusals(create(admin, "public", "{'note': 7, 'secret': 'yes', 'tags': 'vip'}")))
                .containsExactlyInAnyOrder("note field-invalid", "secret field-invalid", "tags field-invalid");
        assertThat(refusals(create(admin, "public", "{'tags': ['a', 7]}"))).containsExactly("tags field-invalid");
        assertThat(refusals(create(admin, "public", "{'note': '" + "x".repeat(501) + "'}")))
                .containsExactly("note field-invalid");
        assertThat(refusals(create(admin, "public", "{'a/b~c': 1}"))).containsExactly("a~1b~0c field-unknown");
        assertThat(refusals(admin.send("POST", "api/users", """
                {"method": "passwordless", "email": "ada@example.org", "recipes": {"who/knows": {}}}""")))
                .containsExactly("/recipes/who~1knows recipe-unknown");
        assertThat(users()).isEmpty();
    }

    @Test
    void whoMayNotFillAFieldInIsRefused() {
        HttpResponse<String> answer = create(world.as(Preset.SUPPORT), "public", "{'tags': ['vip']}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(":manage");
        assertThat(users()).isEmpty();
    }

    @Test
    void aRecipeThatThrowsLeavesNoUser() {
        world.recipe.fail(RandomRecipePart.CREATE);

        HttpResponse<String> answer = create(admin, "public", "{'note': 'hello'}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("was told to fail");
        assertThat(users()).isEmpty();
    }

    private HttpResponse<String> create(Client client, String tenant, String fields) {
        return client.send(
                "POST",
                "api/users",
                "{\"method\": \"passwordless\", \"email\": \"ada@example.org\", \"tenant\": \"%s\", \"recipes\": {\"%s\": %s}}"
                        .formatted(tenant, world.recipe.id(), fields.replace('\'', '"')));
    }

    private List<String> refusals(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asString().replace("/recipes/" + world.recipe.id() + "/", "") + " "
                        + error.path("code").asString())
                .toList();
    }

    private List<String> fieldsFor(Preset preset) {
        JsonNode recipes = json(world.as(preset).get("api/session")).path("createFields");
        return StreamSupport.stream(recipes.path(0).path("fields").spliterator(), false)
                .map(field ->
                        field.path("name").asString() + " " + field.path("kind").asString()
                                + (field.path("advanced").asBoolean() ? " advanced" : ""))
                .toList();
    }

    private List<User> users() {
        return world.userdeck.users().list(UserQuery.of(Scope.all())).items();
    }
}
