package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.audit.AuditActions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the front end calls actions of the audit trail; the list to filter by is made of the same labels. */
class AuditActionLabelsTest {
    private static final Path SOURCES = Path.of("src/main/frontend/src");
    private static final Pattern LABEL = Pattern.compile("'action\\.([a-z.-]+)':");
    /** As in {@code event.action === 'operator.refused'} and {@code action: 'user.updated'}. */
    private static final Pattern USE = Pattern.compile("\\baction(?: ===|:) '([a-z]+\\.[a-z-]+)'");

    @Test
    void eachActionHasALabelAndEachLabelAnAction() throws Exception {
        assertThat(labels()).filteredOn(key -> key.contains(".")).containsExactlyInAnyOrderElementsOf(actions());
    }

    @Test
    void eachComponentHasALabelForAllOfItsActions() throws Exception {
        Set<String> components = actions().stream()
                .map(action -> action.substring(0, action.indexOf('.')))
                .collect(Collectors.toSet());

        assertThat(labels()).filteredOn(key -> !key.contains(".")).containsExactlyInAnyOrderElementsOf(components);
    }

    @Test
    void theFrontEndLooksForNoActionThatThereIsNot() throws Exception {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(?<!\\.test)\\.tsx?"))
                    .toList()) {
                USE.matcher(Files.readString(file)).results().forEach(use -> used.add(use.group(1)));
            }
        }

        assertThat(used).isNotEmpty().isSubsetOf(actions());
    }

    private static Set<String> labels() throws IOException {
        return LABEL.matcher(Files.readString(SOURCES.resolve("messages/en/audit.ts")))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> actions() throws IllegalAccessException {
        Set<String> actions = new TreeSet<>();
        for (Field constant : AuditActions.class.getFields()) {
            actions.add((String) constant.get(null));
        }
        return actions;
    }
}
