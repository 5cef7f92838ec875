package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/asvs.md} says of the standard: each requirement once, counted right, and by names that are there. */
class AsvsTest {
    private static final Path ROOT = Path.of("..", "..");

    /** Of levels 1 and 2 in version 5.0.0. */
    private static final int REQUIREMENTS = 253;

    private static final List<String> STATES = List.of("met", "yours", "doesn't apply", "not yet");
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d+)\\.(\\d+)\\.(\\d+) \\(([12])\\) \\| .+ \\| (.+) \\| .+ \\|$", Pattern.MULTILINE);

    private static final List<String> FOLDERS = List.of(
            "core",
            "servlet",
            "dashboard-servlet/src/main/java",
            "dashboard-servlet/src/main/frontend/src",
            "dashboard-servlet/src/test",
            "mail-smtp",
            "recipe-emailverification",
            "recipe-usermetadata",
            "recipe-userroles",
            "testkit",
            "release",
            "examples/quickstart/src/test");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*|[a-z-]+(?:\\.test)?\\.tsx?)`");
    /** Of HTTP and of Java's own. */
    private static final Set<String> NOT_OURS =
            Set.of("DataSource", "ETag", "HttpOnly", "Lax", "Origin", "SameSite", "Secure", "SecureRandom", "Strict");

    private record Row(int number, String level, String state) {}

    private String page;
    private List<Row> rows;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/asvs.md"));
        rows = ROW.matcher(page)
                .results()
                .map(row -> new Row(number(row.group(1), row.group(2), row.group(3)), row.group(4), row.group(5)))
                .toList();
    }

    @Test
    void eachRequirementStandsOnceInItsPlace() {
        assertThat(rows).hasSize(REQUIREMENTS).allMatch(row -> STATES.contains(row.state()));
        assertThat(rows.stream().map(Row::number)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theSumsAreThoseOfTheRows() {
        for (String level : List.of("1", "2")) {
            String sums = STATES.stream()
                    .map(state -> Long.toString(count(level, state)))
                    .collect(Collectors.joining(" | "));

            assertThat(page).contains("| Level " + level + " | " + sums + " |");
        }
    }

    @Test
    void eachClassAndFileThatIsNamedIsThere() throws IOException {
        Set<String> there = new TreeSet<>(NOT_OURS);
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                        .forEach(there::add);
            }
        }

        assertThat(NAME.matcher(page).results().map(name -> name.group(1)))
                .isNotEmpty()
                .allMatch(there::contains);
    }

    private long count(String level, String state) {
        return rows.stream()
                .filter(row -> row.level().equals(level) && row.state().equals(state))
                .count();
    }

    private static int number(String chapter, String section, String requirement) {
        return Integer.parseInt(chapter) * 10_000 + Integer.parseInt(section) * 100 + Integer.parseInt(requirement);
    }
}
