package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.audit.AuditActions;
import dev.userdeck.recipe.emailverification.EmailVerificationAuditActions;
import dev.userdeck.recipe.usermetadata.MetadataAuditActions;
import dev.userdeck.recipe.userroles.RoleAuditActions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The actions of the audit trail: each is one constant, is recorded somewhere, and stands in the documentation. */
class AuditActionsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<Class<?>> LISTS = List.of(
            AuditActions.class,
            EmailVerificationAuditActions.class,
            MetadataAuditActions.class,
            RoleAuditActions.class);
    private static final List<String> MODULES = List.of(
            "core",
            "servlet",
            "dashboard-servlet",
            "mail-smtp",
            "recipe-emailverification",
            "recipe-usermetadata",
            "recipe-userroles");
    private static final List<String> TOOLS = List.of("testkit", "benchmarks");
    /** A message that happens to be called the same is none: {@code Text.of("emailverification.sent", …)}. */
    private static final Pattern LITERAL = Pattern.compile("(?<!Text\\.of\\()\"([a-z]+\\.[a-z-]+)\"");
    /** An action without a constant. */
    private static final Pattern SPELT_OUT =
            Pattern.compile("(NewAuditEvent\\s*\\.of|UserTransaction\\s*\\.event)\\(\\s*\"");

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+\\.[a-z-]+)` \\|", Pattern.MULTILINE);

    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<Path, String> MAIN = new LinkedHashMap<>();
    private static final Map<Path, String> ALL = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws Exception {
        for (Class<?> list : LISTS) {
            for (Field constant : list.getFields()) {
                assertThat(NAMES.put((String) constant.get(null), constant.getName()))
                        .as(constant.getName())
                        .isNull();
            }
        }
        for (String module : MODULES) {
            sources(ROOT.resolve(module).resolve("src/main/java"), MAIN);
            sources(ROOT.resolve(module).resolve("src/test/java"), ALL);
        }
        for (String module : TOOLS) {
            sources(ROOT.resolve(module).resolve("src/main/java"), ALL);
            sources(ROOT.resolve(module).resolve("src/test/java"), ALL);
        }
        ALL.putAll(MAIN);
        assertThat(MAIN).hasSizeGreaterThan(300);
    }

    @Test
    void noActionIsSpeltOutBesideItsConstant() {
        List<String> found = new ArrayList<>();
        ALL.forEach((file, text) -> LITERAL.matcher(text)
                .results()
                .map(literal -> literal.group(1))
                .filter(NAMES::containsKey)
                .forEach(action -> found.add(ROOT.relativize(file) + ": " + action)));

        assertThat(found).isEmpty();
    }

    @Test
    void noActionIsRecordedThatHasNoConstant() {
        assertThat(MAIN.keySet())
                .filteredOn(file -> SPELT_OUT.matcher(MAIN.get(file)).find())
                .isEmpty();
    }

    @Test
    void eachActionIsRecorded() {
        assertThat(NAMES.values()).filteredOn(name -> !isUsed(name)).isEmpty();
    }

    private static boolean isUsed(String name) {
        Pattern use = Pattern.compile("^(?!import ).*\\b" + name + "\\b", Pattern.MULTILINE);
        return MAIN.values().stream().anyMatch(text -> use.matcher(text).find());
    }

    @Test
    void theDocumentationListsEachActionInTheOrderOfTheConstants() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/audit-events.md"));

        assertThat(ROW.matcher(text).results().map(row -> row.group(1))).containsExactlyElementsOf(NAMES.keySet());
    }

    private static void sources(Path folder, Map<Path, String> into) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().endsWith("AuditActions.java"))
                    .toList()) {
                into.put(file, Files.readString(file));
            }
        }
    }
}
