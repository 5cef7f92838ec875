package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.userdeck.Userdeck;
import dev.userdeck.about.About;
import dev.userdeck.about.About.AbsentRecipe;
import dev.userdeck.about.About.SchemaState;
import dev.userdeck.recipe.spi.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What is told of recipes that could be added is true of those that come with Userdeck. */
class RecipesToAddTest {
    private static final String URL = "jdbc:h2:mem:recipes-to-add;DB_CLOSE_DELAY=-1";

    @Test
    void eachRecipeIsToldOnceWithItsClassAndItsTables() {
        List<Recipe> recipes = ServiceLoader.load(Recipe.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        try (var without = Userdeck.builder().inMemory().start()) {
            assertThat(without.about().absentRecipes())
                    .hasSameSizeAs(recipes)
                    .allMatch(absent -> absent.artifact() == null && !absent.hasTables())
                    .extracting(AbsentRecipe::id, AbsentRecipe::type)
                    .containsExactlyInAnyOrderElementsOf(recipes.stream()
                            .map(recipe ->
                                    tuple(recipe.id().value(), recipe.getClass().getName()))
                            .toList());
        }
    }

    @Test
    void aRecipeThatRunsIsToldWithItsVersionAndLaterWithTheTablesItLeft() {
        try (var with =
                Userdeck.builder().jdbcUrl(URL, null, null).discoverRecipes().start()) {
            About about = with.about();
            assertThat(about.absentRecipes()).isEmpty();
            assertThat(about.components()).hasSize(4).allSatisfy(component -> {
                assertThat(component.version()).isEqualTo(about.version());
                assertThat(component.schema()).isEqualTo(SchemaState.UP_TO_DATE);
            });
        }
        try (var without = Userdeck.builder().jdbcUrl(URL, null, null).start()) {
            assertThat(without.about().absentRecipes()).hasSize(3).allMatch(AbsentRecipe::hasTables);
        }
    }

    @Test
    void theArtifactsAreThoseOfTheBom() throws Exception {
        String list = Files.readString(
                Path.of("..", "..", "core/src/main/resources/META-INF/userdeck/core/recipes.properties"));
        String bom = Files.readString(Path.of("..", "..", "bom", "pom.xml"));

        assertThat(list.lines().filter(line -> line.contains("=userdeck-recipe-")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(bom)
                        .contains("<artifactId>" + line.substring(line.indexOf('=') + 1, line.indexOf(' '))
                                + "</artifactId>"));
    }
}
