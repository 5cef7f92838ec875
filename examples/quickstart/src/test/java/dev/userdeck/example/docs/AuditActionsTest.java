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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The actions of the audit trail: each is one constant, is recorded somewhere, and stands in the documentation. */
class AuditActionsTest {
    private static final List<Class<?>> LISTS = List.of(
            AuditActions.class,
            EmailVerificationAuditActions.class,
            MetadataAuditActions.class,
            RoleAuditActions.class);
    private static final String LIST = "AuditActions.java";
    /** A message that happens to be called the same is none: {@code Text.of("emailverification.sent", …)}. */
    private static final Pattern LITERAL = Pattern.compile("(?<!Text\\.of\\()\"([a-z-]+\\.[a-z-]+)\"");
    /** An action without a constant. */
    private static final Pattern SPELT_OUT =
            Pattern.compile("(NewAuditEvent\\s*\\.of|UserTransaction\\s*\\.event)\\(\\s*\"");

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+\\.[a-z-]+)` \\|", Pattern.MULTILINE);

    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<Path, String> MAIN = Sources.main();
    private static final Map<Path, String> ALL = Sources.all();

    @BeforeAll
    static void read() throws Exception {
        for (Class<?> list : LISTS) {
            for (Field constant : list.getFields()) {
                assertThat(NAMES.put((String) constant.get(null), constant.getName()))
                        .as(constant.getName())
                        .isNull();
            }
        }
    }

    @Test
    void noActionIsSpeltOutBesideItsConstant() {
        List<String> found = new ArrayList<>();
        ALL.forEach((file, text) -> LITERAL.matcher(text)
                .results()
                .map(literal -> literal.group(1))
                .filter(action -> NAMES.containsKey(action) && !file.toString().endsWith(LIST))
                .forEach(action -> found.add(file + ": " + action)));

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
        return MAIN.entrySet().stream()
                .filter(source -> !source.getKey().toString().endsWith(LIST))
                .anyMatch(source -> use.matcher(source.getValue()).find());
    }

    @Test
    void theDocumentationListsEachActionInTheOrderOfTheConstants() throws IOException {
        String text = Files.readString(Path.of("..", "..", "docs", "audit-events.md"));

        assertThat(ROW.matcher(text).results().map(row -> row.group(1))).containsExactlyElementsOf(NAMES.keySet());
    }
}
