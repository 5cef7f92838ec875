package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is compiled code and existing files, word for word. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..", "..");
    /** What needs libraries of hosts, which no example brings. */
    private static final Path ON_POOLS = ROOT.resolve("testkit/src/test/java/dev/userdeck/testkit/pool");

    /** Beside this one, with libraries of their hosts'. */
    private static final List<String> EXAMPLES = List.of("dropwizard", "jakarta-ee", "quarkus", "spring-boot");

    private static final List<String> DOCUMENTS = List.of(
            "README.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "RELEASE.md",
            "SECURITY.md",
            "docs/asvs.md",
            "docs/audit-events.md",
            "docs/databases.md",
            "docs/dropwizard.md",
            "docs/hosts.md",
            "docs/http-api.md",
            "docs/import-export.md",
            "docs/in-front.md",
            "docs/jakarta-ee.md",
            "docs/languages.md",
            "docs/operators.md",
            "docs/plain-servlet.md",
            "docs/quarkus.md",
            "docs/recipes.md",
            "docs/transactions.md",
            "docs/security.md",
            "docs/spring-boot.md",
            "docs/stability.md");
    private static final Pattern CODE = Pattern.compile("```(java|sql|properties)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

    @Test
    void everySnippetIsPartOfASource() {
        List<String> sources = sources();

        for (String document : DOCUMENTS) {
            for (String snippet : found(CODE, 2, document)) {
                assertThat(sources.stream().anyMatch(source -> source.contains(unindented(snippet))))
                        .as("a snippet in %s is part of a source:%n%s", document, snippet)
                        .isTrue();
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (String document : DOCUMENTS) {
            for (String target : found(LINK, 1, document)) {
                assertThat(ROOT.resolve(document).resolveSibling(target)).exists();
            }
        }
    }

    private static List<String> found(Pattern pattern, int group, String document) {
        String text = read(ROOT.resolve(document));
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static List<String> sources() {
        Stream<Path> examples = EXAMPLES.stream().map(name -> Path.of("..", name, "src"));
        return Stream.concat(Stream.of(Path.of("src"), ON_POOLS), examples)
                .flatMap(folder -> filesIn(folder).stream())
                .filter(file -> file.toString().matches(".*\\.(java|sql|properties)"))
                .map(DocumentationTest::read)
                .map(DocumentationTest::unindented)
                .toList();
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without indentation and empty lines, so that a snippet may stand further left. */
    private static String unindented(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
