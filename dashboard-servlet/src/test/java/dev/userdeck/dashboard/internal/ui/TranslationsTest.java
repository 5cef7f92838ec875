package dev.userdeck.dashboard.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.language.TranslationFiles;
import dev.userdeck.servlet.internal.Json;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationsTest {
    private static final Set<String> BUILT = Set.of("en", "de");

    @Test
    void aLanguageIsAFileOfTheDashboardAndThoseOfRecipes() {
        assertThat(document("fr", getClass().getClassLoader(), "plans"))
                .isEqualTo("{\"messages\":{\"users.title\":\"Utilisateurs\","
                        + "\"users.loaded\":{\"one\":\"{count} utilisateur sur cette page\","
                        + "\"other\":\"{count} utilisateurs sur cette page\"},\"plans.title\":\"Forfaits\"},"
                        + "\"sentences\":{\"user.signed-up\":[\"S’est inscrit\"]}}");
    }

    @Test
    void aRecipeThatDoesNotRunSaysNothing() {
        assertThat(document("fr", getClass().getClassLoader())).doesNotContain("plans.title");
    }

    @Test
    void aLanguageThatTheDashboardLacksIsNotThere(@TempDir Path classes) throws Exception {
        write(classes, "plans/messages_xh.json", "{\"messages\": {\"plans.title\": \"Izicwangciso\"}}");
        write(classes, "plans/messages_de.json", "{\"messages\": {\"plans.title\": \"Tarife\"}}");

        try (var loader = loader(classes)) {
            assertThat(documents(loader, "plans")).doesNotContainKey("xh");
            assertThat(document("de", loader, "plans")).contains("Tarife");
        }
    }

    @Test
    void aFileThatIsNotAsItShouldBeIsNamed(@TempDir Path classes) throws Exception {
        refuses(classes, "{\"messages\": {\"users.title\": 7}}", "users.title must be text");
        refuses(classes, "{\"messages\": {\"users.loaded\": {\"one\": \"un\"}}}", "users.loaded must be text");
        refuses(classes, "{\"sentences\": {\"user.created\": [7]}}", "user.created must be text");
        refuses(classes, "{\"words\": {}}", "words");
        refuses(classes, "{\"messages\": ", "JSON");
    }

    private static void refuses(Path classes, String file, String words) throws Exception {
        write(classes, "dashboard/messages_fr.json", file);
        try (var loader = loader(classes)) {
            assertThatThrownBy(() -> documents(loader))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("dashboard/messages_fr.json")
                    .hasMessageContaining(words);
        }
    }

    private static void write(Path classes, String name, String words) throws IOException {
        Path file = classes.resolve("META-INF/userdeck/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, words);
    }

    /** Of files that nobody else on the class path has before them. */
    private static URLClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    }

    private static String document(String language, ClassLoader loader, String... recipes) {
        return new String(documents(loader, recipes).get(language), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> documents(ClassLoader loader, String... recipes) {
        return new Translations(new TranslationFiles(loader)::read, List.of(recipes), new Json()).documents(BUILT);
    }
}
