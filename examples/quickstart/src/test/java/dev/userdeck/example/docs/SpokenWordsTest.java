package dev.userdeck.example.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Mails and problems are there in German, whole: what the sources say in English has a translation, and no other has one. */
class SpokenWordsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> MODULES =
            List.of("core", "servlet", "dashboard-servlet", "recipe-emailverification", "recipe-userroles");
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern SAID = Pattern.compile("\\.say\\(\\s*" + TEXT + ",\\s*((?:" + TEXT + "[\\s+]*)+)");
    private static final Pattern TYPE = Pattern.compile("new ProblemType\\(\\s*" + TEXT);
    private static final Pattern REASON = Pattern.compile("with\\(\"reason\", " + TEXT);
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:new FieldError|Problem\\.invalid|conflict|Refused\\.of)\\(\\s*(?:\"[\\w.]+\",\\s*)?\"([a-z]+(?:-[a-z]+)+|required)\",");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void whatIsSaidHasATranslationWithTheSamePlaceholders() {
        var said = new TreeMap<String, String>();
        sources()
                .forEach(source ->
                        SAID.matcher(source).results().forEach(found -> said.put(found.group(1), found.group(2))));
        said.remove("moment"); // a pattern

        Map<String, String> german = german();

        assertThat(said).hasSizeGreaterThan(25);
        assertThat(said).allSatisfy((key, english) -> {
            assertThat(german).containsKey(key);
            assertThat(placeholders(german.get(key))).as(key).isEqualTo(placeholders(english));
        });
        assertThat(german.keySet().stream().filter(key -> key.startsWith("email.")))
                .isSubsetOf(said.keySet());
    }

    @Test
    void problemsHaveTranslations() {
        Set<String> german = german().keySet();

        assertThat(found(TYPE))
                .isNotEmpty()
                .allSatisfy(slug -> assertThat(german).contains("problem." + slug));
        assertThat(found(REASON))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(german)
                        .anyMatch(key ->
                                key.equals("refusal." + reason) || key.matches("problem\\.[a-z-]+\\." + reason)));
        assertThat(found(REFUSAL))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(german).contains("refusal." + code));
    }

    private static Set<String> found(Pattern pattern) {
        return sources()
                .flatMap(source -> pattern.matcher(source).results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String words) {
        return PLACEHOLDER.matcher(words).results().map(found -> found.group()).collect(toCollection(TreeSet::new));
    }

    private static Map<String, String> german() {
        var german = new TreeMap<String, String>();
        files(".json")
                .filter(file -> file.endsWith("messages_de.json"))
                .map(file -> JsonMapper.shared().readTree(read(file)).path("messages"))
                .forEach(messages -> messages.properties()
                        .forEach(entry ->
                                german.put(entry.getKey(), entry.getValue().toString())));
        return german;
    }

    private static Stream<String> sources() {
        return files(".java").map(SpokenWordsTest::read);
    }

    private static Stream<Path> files(String end) {
        var files = new ArrayList<Path>();
        for (String module : MODULES) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                all.filter(file -> file.toString().endsWith(end)
                                && !file.toString().contains("frontend"))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
