package dev.userdeck.dashboard;

import static dev.userdeck.dashboard.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.operator.Preset;
import dev.userdeck.testkit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What runs, as an operator reads it. */
@ExtendWith(TestDatabase.H2.class)
class AboutApiTest {
    @Test
    void tellsWhatRunsAndTheLinesThatAddTheRest(TestDatabase database) {
        try (var world = new DashboardFixture(database)) {
            JsonNode about = json(world.as(Preset.VIEWER).get("api/about"));

            assertThat(about.at("/database/product").asString()).isEqualTo("H2");
            assertThat(about.path("mail").asString()).isEqualTo("none");
            assertThat(about.at("/components/0/id").asString()).isEqualTo("core");
            assertThat(about.at("/components/0/schema").asString()).isEqualTo("up_to_date");
            assertThat(about.at("/components/0/scripts/0/appliedAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
            assertThat(about.at("/components/1").toString())
                    .isEqualTo("{\"id\":\"" + world.recipe.id() + "\",\"schema\":\"none\",\"scripts\":[]}");
            assertThat(about.at("/absentRecipes/2").toString())
                    .isEqualTo("{\"id\":\"userroles\",\"type\":\"dev.userdeck.recipe.userroles.UserRolesRecipe\","
                            + "\"call\":\".recipe(new UserRolesRecipe())\",\"hasTables\":false}");
        }
    }

    @Test
    void tellsNoFileAndNoAddress(TestDatabase database, @TempDir Path folder) {
        try (var world = new DashboardFixture(database, builder -> builder.h2File(folder.resolve("shop")))) {
            String about = world.as(Preset.OWNER).get("api/about").body();

            assertThat(json(world.as(Preset.OWNER).get("api/about"))
                            .at("/pool/ours")
                            .asBoolean())
                    .isTrue();
            assertThat(json(world.as(Preset.OWNER).get("api/about"))
                            .at("/pool/most")
                            .asInt())
                    .isEqualTo(10);
            assertThat(about).doesNotContain(folder.toString(), "jdbc:");
        }
    }
}
