package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which engine it is, is known to its dialect: core and recipes ask that what the engine can do. */
class EnginesTest {
    private static final Pattern BY_NAME =
            Pattern.compile("\\b(Engine|SQLDialect)\\.[A-Z]|\\bcase (H2|POSTGRESQL|MYSQL|MARIADB)\\b");

    @Test
    void noSourceButADialectNamesAnEngine() {
        Map<Path, String> main = Sources.main();

        assertThat(main.keySet())
                .filteredOn(file -> !file.toString().endsWith("Dialect.java"))
                .filteredOn(file -> BY_NAME.matcher(main.get(file)).find())
                .isEmpty();
    }
}
