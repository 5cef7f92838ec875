package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.session.Session;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.user.DeleteUserResult;
import dev.userdeck.user.User;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link RecipeContract} that starts the recipe, again and elsewhere. */
abstract class RecipeStartContract extends RecipeGround {

    @Test
    final void theIdIsTheSameEachTime() {
        assertThat(recipe().id()).isEqualTo(recipe().id());
        assertThat(userdeck.recipes()).extracting(RunningRecipe::id).contains(recipe().id());
    }

    @Test
    final void startsAgainOnItsOwnSchema() {
        User user = created(userdeck, "ada@example.org");
        someRows(userdeck, user.id());
        userdeck.close();

        Userdeck again = start(configure(builder()));

        assertThat(again.users().find(user.id())).isPresent();
        User other = created(again, "grace@example.org");
        assertThatCode(() -> someRows(again, other.id())).doesNotThrowAnyException();
    }

    @Test
    final void runsOnTwoNodesAtOnce() {
        Userdeck second = start(configure(builder()));
        User user = created(userdeck, "ada@example.org");

        someRows(second, user.id());

        assertThat(userdeck.users().find(user.id())).isPresent();
    }

    @Test
    final void worksInASchemaOfItsOwn() throws SQLException {
        withSchema(schema -> {
            Userdeck apart = start(configure(builder()).schema(schema));
            User user = created(apart, "ada@example.org");

            someRows(apart, user.id());

            assertThat(apart.users().delete(user.id())).isEqualTo(new DeleteUserResult.Deleted());
            apart.close();
        });
    }

    @Test
    final void startsAfterAStartThatFailed() {
        var failing = configure(builder()).recipe(new FailingRecipe());
        assertThatThrownBy(failing::start).hasStackTraceContaining(FailingRecipe.WORDS);

        Userdeck again = start(configure(builder()));

        assertThat(again.recipes()).extracting(RunningRecipe::id).contains(recipe().id());
    }

    @Test
    @SuppressWarnings("resource") // that is the point
    final void canBeClosedTwiceAndUnstarted() {
        Recipe recipe = recipe();

        assertThatCode(() -> {
                    recipe.close();
                    recipe.close();
                    userdeck.close();
                    userdeck.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    final void itsScriptsAreThereForEachEngine() {
        RecipeId id = recipe().id();
        SchemaScripts scripts = recipe().schema().orElse(SchemaScripts.of(RecipeStartContract.class));

        for (String name : scripts.names()) {
            for (List<String> folders : Contributions.FOLDERS) {
                assertThat(folders)
                        .as("a folder with %s", name)
                        .anyMatch(folder ->
                                scripts.owner().getResource("/META-INF/userdeck/" + id + "/" + folder + "/" + name)
                                        != null);
            }
        }
    }

    @Test
    final void itsSessionRequirementsTakeOneStatementASession() {
        User user = created(userdeck, "ada@example.org");
        Session session = userdeck.sessions()
                .create(user.id(), SessionOrigin.of("contract"))
                .orElseThrow()
                .session();
        database.statements().reset();
        userdeck.sessions().check(session);
        int before = database.statements().count();
        someRows(userdeck, user.id());

        assertThatCode(() -> userdeck.sessions().check(session)).doesNotThrowAnyException();
        assertThat(before)
                .as("statements of its session requirements")
                .isLessThanOrEqualTo(1 + required().size());
    }
}
