package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static dev.userdeck.dashboard.Client.slug;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Access;
import dev.userdeck.operator.NewPreset;
import dev.userdeck.operator.Preset;
import dev.userdeck.operator.SavePresetResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Presets of one's own, as operators make and change them. */
@ExtendWith(TestDatabase.H2.class)
class OperatorPresetsApiTest {
    private static final String AUDITOR = "{\"name\":\"Auditor\",\"permissions\":[\"audit:read\",\"audit:export\"]}";

    private DashboardFixture world;
    private Team team;
    private Client ines;

    @BeforeEach
    void setUp(TestDatabase database) {
        world = new DashboardFixture(database);
        team = new Team(world);
        world.userdeck.tenants().create(new TenantId("acme"), "Acme", Actor.system());
        ines = team.signIn("Ines");
    }

    @AfterEach
    void tearDown() {
        world.close();
    }

    @Test
    void thereAreTheBuiltInOnesAndAllPermissionsWithThoseOfRecipes() {
        JsonNode answer = json(ines.get("api/operator-presets"));

        assertThat(answer.at("/presets/0/preset/id").asString()).isEqualTo("viewer");
        assertThat(answer.path("presets").size()).isEqualTo(4);
        assertThat(answer.at("/presets/3/permissions")).isEqualTo(answer.path("permissions"));
        assertThat(answer.path("permissions").toString())
                .contains("users:read", world.recipe.id().value() + ":write")
                .doesNotContain("dashboard:enter");
    }

    @Test
    void whatIsMadeIsGivenAndCounts() {
        HttpResponse<String> made = ines.send("POST", "api/operator-presets", AUDITOR);
        String id = json(made).at("/preset/id").asString();
        String tom = team.operator("Tom", Preset.VIEWER, Scope.all());

        HttpResponse<String> given =
                ines.send("PUT", "api/operators/" + tom + "/access", "{\"preset\":\"" + id + "\",\"allTenants\":true}");
        Client working = team.signIn("Tom");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(given).at("/preset/name").asString()).isEqualTo("Auditor");
        assertThat(json(working.get("api/session")).path("permissions").toString())
                .isEqualTo("[\"audit:read\",\"audit:export\"]");
        assertThat(working.get("api/users").statusCode()).isEqualTo(403);
        assertThat(working.get("api/audit").statusCode()).isEqualTo(200);
        assertThat(working.get("api/profile").statusCode()).isEqualTo(200);
        HttpResponse<String> changed = put(ines, id, "\"1\"", "{\"name\":\"Reader\",\"permissions\":[\"users:read\"]}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(working.get("api/users").statusCode()).isEqualTo(200);
        assertThat(working.get("api/audit").statusCode()).isEqualTo(403);
        HttpResponse<String> held = ines.send("DELETE", "api/operator-presets/" + id, null);
        assertThat(held.statusCode()).isEqualTo(409);
        assertThat(json(held).path("holders").asInt()).isEqualTo(1);
        ines.send("DELETE", "api/operators/" + tom, null);
        assertThat(ines.send("DELETE", "api/operator-presets/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(ines.get("api/operator-presets/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldByField() {
        ines.send("POST", "api/operator-presets", AUDITOR);

        HttpResponse<String> nothing = ines.send("POST", "api/operator-presets", "{}");
        HttpResponse<String> unknown =
                ines.send("POST", "api/operator-presets", "{\"name\":\"X\",\"permissions\":[\"x:y\"]}");
        HttpResponse<String> taken = ines.send("POST", "api/operator-presets", AUDITOR.replace("Auditor", "AUDITOR"));

        HttpResponse<String> withNull =
                ines.send("POST", "api/operator-presets", "{\"name\":\"X\",\"permissions\":[null]}");

        assertThat(withNull.statusCode()).isEqualTo(422);
        assertThat(json(nothing).path("errors").findValuesAsString("pointer")).containsExactly("/name", "/permissions");
        assertThat(json(unknown).at("/errors/0/detail").asString()).contains("x:y");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json(taken).at("/errors/0/pointer").asString()).isEqualTo("/name");
    }

    @Test
    void whoReadAnOlderVersionIsTold() {
        String id = json(ines.send("POST", "api/operator-presets", AUDITOR))
                .at("/preset/id")
                .asString();
        put(ines, id, "\"1\"", "{\"name\":\"Reader\",\"permissions\":[\"users:read\"]}");

        assertThat(slug(put(ines, id, "\"1\"", AUDITOR))).isEqualTo("stale");
        assertThat(slug(put(ines, id, "\"x\"", AUDITOR))).isEqualTo("stale");
        assertThat(ines.send("PUT", "api/operator-presets/" + id, AUDITOR).statusCode())
                .isEqualTo(428);
        assertThat(json(ines.get("api/operator-presets/" + id))
                        .at("/preset/name")
                        .asString())
                .isEqualTo("Reader");
    }

    @Test
    void nobodyRaisesAPresetBeyondTheirOwn() {
        var half = new NewPreset("Half", Set.of("operators:read", "operators:write", "users:read"));
        Preset own = ((SavePresetResult.Saved)
                        world.userdeck.operators().presets().create(half, Access.full(), Actor.system()))
                .preset()
                .preset();
        team.operator("Hal", own, Scope.all());
        team.operator("Anna", Preset.OWNER, Scope.of(new TenantId("acme")));
        Client hal = team.signIn("Hal");
        Client anna = team.signIn("Anna");
        String more = "{\"name\":\"Half\",\"permissions\":[\"operators:write\",\"users:delete\"]}";

        assertThat(json(put(hal, own.id(), "\"1\"", more)).path("reason").asString())
                .isEqualTo("beyond-own-rights");
        assertThat(slug(hal.send("POST", "api/operator-presets", AUDITOR))).isEqualTo("forbidden");
        assertThat(slug(anna.send("POST", "api/operator-presets", AUDITOR))).isEqualTo("forbidden");
        assertThat(put(anna, own.id(), "\"1\"", AUDITOR).statusCode()).isEqualTo(403);
        assertThat(anna.send("DELETE", "api/operator-presets/" + own.id(), null).statusCode())
                .isEqualTo(403);
        JsonNode seen = json(anna.get("api/operator-presets"));
        assertThat(seen.at("/presets/4/mayGive").asBoolean()).isTrue();
        assertThat(seen.at("/presets/4/mayChange").asBoolean()).isFalse();
        assertThat(seen.at("/presets/4").has("holders")).isFalse();
        JsonNode offered = json(hal.get("api/operator-presets"));
        assertThat(List.of(
                        offered.at("/presets/0/mayGive").asBoolean(),
                        offered.at("/presets/3/mayGive").asBoolean(),
                        offered.at("/presets/4/mayChange").asBoolean()))
                .containsExactly(false, false, true);
    }

    private static HttpResponse<String> put(Client client, String id, String version, String body) {
        return client.with("If-Match", version).send("PUT", "api/operator-presets/" + id, body);
    }
}
