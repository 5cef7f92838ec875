package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the builder takes and refuses; for the engines see the contracts. */
@Tag("slow")
class UserdeckStartTest {
    private static final String PASSWORD = "plum tundra violet 47";

    private final List<String> calls = new ArrayList<>();

    @Test
    void withoutADatabaseItSaysWhatToCall() {
        assertThatThrownBy(() -> Userdeck.builder().start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dataSource(…), jdbcUrl(…), h2File(…) or inMemory()");
    }

    @Test
    void aDatabaseThatIsDownIsNamedAsSuch() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> Userdeck.builder()
                        .jdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/app", "app", "a secret")
                        .start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be reached")
                .hasMessageNotContaining("a secret");
    }

    @Test
    void aUrlWithoutADriverIsNamedAsSuch() {
        assertThatThrownBy(() -> Userdeck.builder()
                        .jdbcUrl("jdbc:nosuch:thing", null, null)
                        .start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("driver");
    }

    @Test
    void aFileKeepsUsersOverRestarts(@TempDir Path folder) {
        Path file = folder.resolve("users");
        try (var first = Userdeck.builder().h2File(file).start()) {
            first.users().signUp("ada@example.org", PASSWORD);
        }

        try (var second = Userdeck.builder().h2File(file).start()) {
            assertThat(users(second)).isEqualTo(1);
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsNamedAsSuch(@TempDir Path folder) throws IOException {
        // another process would hold the lock; a folder in its place is refused in the same way
        Files.createDirectory(folder.resolve("users.mv.db"));

        assertThatThrownBy(
                        () -> Userdeck.builder().h2File(folder.resolve("users")).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("users")
                .hasMessageContaining("in use by another process");
    }

    @Test
    void twoInMemoryDoNotMeet() {
        try (var one = Userdeck.builder().inMemory().start();
                var other = Userdeck.builder().inMemory().start()) {
            one.users().signUp("ada@example.org", PASSWORD);

            assertThat(users(other)).isZero();
        }
    }

    @Test
    void closingTwiceIsFineAndEndsTheThread() {
        var userdeck = Userdeck.builder().inMemory().start();

        userdeck.close();
        userdeck.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("userdeck-maintenance");
    }

    @Test
    void settingsAreCheckedAsTheyAreMade() {
        var builder = Userdeck.builder();

        assertThatThrownBy(() -> builder.sessionLifetime(Duration.ZERO)).hasMessageContaining("sessionLifetime");
        assertThatThrownBy(() -> builder.sessionRotation(Duration.ofSeconds(59)))
                .hasMessageContaining("sessionRotation");
        assertThatThrownBy(() -> builder.sessionIdleTimeout(Duration.ofDays(-1)))
                .hasMessageContaining("sessionIdleTimeout");
        assertThatThrownBy(() -> builder.auditRetention(Duration.ofHours(23))).hasMessageContaining("auditRetention");
        assertThatThrownBy(() -> builder.statementTimeout(Duration.ofMillis(999)))
                .hasMessageContaining("statementTimeout");
        assertThatThrownBy(() -> builder.statementTimeout(Duration.ofHours(2)))
                .hasMessageContaining("statementTimeout");
        assertThatThrownBy(() -> builder.passwordMinLength(7)).hasMessageContaining("passwordMinLength");
        assertThatThrownBy(() -> builder.schema("x; drop table y")).hasMessageContaining("schema");
        assertThatThrownBy(() -> builder.recipe(new Probe("twice")).recipe(new Probe("twice")))
                .hasMessageContaining("recipe added twice: twice");
    }

    @Test
    void recipesStartAfterThoseTheyRequireAndCloseInReverse() {
        var userdeck = Userdeck.builder()
                .inMemory()
                .recipe(new Probe("last", "middle"))
                .recipe(new Probe("middle", "first"))
                .recipe(new Probe("first"))
                .start();

        assertThat(userdeck.recipes())
                .extracting(RunningRecipe::id)
                .extracting(RecipeId::value)
                .containsExactly("first", "middle", "last");
        userdeck.close();
        assertThat(calls)
                .containsExactly(
                        "start first", "start middle", "start last", "close last", "close middle", "close first");
    }

    @Test
    void aMissingRequirementSaysWhatToAdd() {
        assertThatThrownBy(() -> Userdeck.builder()
                        .inMemory()
                        .recipe(new Probe("needy", "absent"))
                        .start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("needy requires the recipe absent: add it with recipe(…)");
    }

    @Test
    void aCircleIsNamed() {
        assertThatThrownBy(() -> Userdeck.builder()
                        .inMemory()
                        .recipe(new Probe("a", "b"))
                        .recipe(new Probe("b", "a"))
                        .start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("circle: [a, b]");
    }

    @Test
    void aRecipeThatReturnsNothingOrThrowsIsNamed() {
        Map<String, Recipe> recipes = Map.of(
                "lost returns null from dashboard()",
                new Probe("lost") {
                    @Override
                    public DashboardContribution dashboard() {
                        return null;
                    }
                },
                "holey returns null among others from listeners()",
                new Probe("holey") {
                    @Override
                    public List<UserListener> listeners() {
                        return Collections.singletonList(null);
                    }
                },
                "older failed in requires(): java.lang.NoClassDefFoundError",
                new Probe("older") {
                    @Override
                    public Set<RecipeId> requires() {
                        throw new NoClassDefFoundError("Somewhere");
                    }
                },
                "blank returns null from schema()",
                new Probe("blank") {
                    @Override
                    public Optional<SchemaScripts> schema() {
                        return null;
                    }
                });

        recipes.forEach((words, recipe) -> assertThatThrownBy(
                        () -> Userdeck.builder().inMemory().recipe(recipe).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The recipe " + words));
    }

    @Test
    void aRecipeThatThrowsInStartIsNamedAndTheOthersAreClosed() {
        var broken = new Probe("broken") {
            @Override
            public void start(RecipeContext context) {
                throw new IllegalStateException("no such table");
            }
        };

        assertThatThrownBy(() -> Userdeck.builder()
                        .inMemory()
                        .recipe(new Probe("good"))
                        .recipe(broken)
                        .start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("broken")
                .hasMessageContaining("no such table");
        assertThat(calls).containsExactly("start good", "close broken", "close good");
    }

    @Test
    void aMissingScriptIsNamed() {
        var lost = new Probe("lost") {
            @Override
            public Optional<SchemaScripts> schema() {
                return Optional.of(SchemaScripts.of(Probe.class, "V001__nowhere.sql"));
            }
        };

        assertThatThrownBy(() -> Userdeck.builder().inMemory().recipe(lost).start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("META-INF/userdeck/lost/common/V001__nowhere.sql");
    }

    @Test
    void aListenerThatThrowsUndoesTheChange() {
        var strict = new Probe("strict") {
            @Override
            public List<UserListener> listeners() {
                return List.of(new UserListener() {
                    @Override
                    public void created(User user) {
                        throw new IllegalStateException("not this one");
                    }
                });
            }
        };
        try (var userdeck = Userdeck.builder().inMemory().recipe(strict).start()) {
            assertThatThrownBy(() -> userdeck.users().signUp("ada@example.org", PASSWORD))
                    .hasMessage("not this one");
            assertThat(users(userdeck)).isZero();
        }
    }

    @Test
    void anUnknownServiceSaysWhatToAdd() {
        try (var userdeck = Userdeck.builder().inMemory().start()) {
            assertThatThrownBy(() -> userdeck.recipe(Runnable.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("java.lang.Runnable")
                    .hasMessageContaining("Userdeck.builder().recipe(…)");
        }
    }

    private static int users(Userdeck userdeck) {
        return userdeck.users().list(UserQuery.of(Scope.all())).items().size();
    }

    private class Probe implements Recipe {
        private final RecipeId id;
        private final Set<RecipeId> required;

        Probe(String id, String... required) {
            this.id = new RecipeId(id);
            this.required =
                    Set.copyOf(List.of(required).stream().map(RecipeId::new).toList());
        }

        @Override
        public RecipeId id() {
            return id;
        }

        @Override
        public void start(RecipeContext context) {
            calls.add("start " + id);
        }

        @Override
        public Set<RecipeId> requires() {
            return required;
        }

        @Override
        public void close() {
            calls.add("close " + id);
        }
    }
}
