package dev.userdeck.libs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Constants;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import tools.jackson.databind.json.JsonMapper;

/** The relocated classes beside jOOQ, Jackson and JSON Schema as a host has them: here they are of the same versions. */
class RelocatedLibrariesTest {
    private static final Pattern OURS =
            Pattern.compile("module-info\\.class|dev/userdeck/libs/.*|META-INF/(LICENSE|NOTICE|licenses/.*)");

    private static final List<String> MOVED = List.of(
            "com/ethlo/time/",
            "com/fasterxml/jackson/annotation/",
            "com/networknt/",
            "io/r2dbc/",
            "org/jooq/",
            "org/reactivestreams/",
            "tools/jackson/");

    @Test
    void nothingLiesOutsideOfOurPackage() throws Exception {
        assertThat(files())
                .hasSizeGreaterThan(3000)
                .allSatisfy(file -> assertThat(name(file)).matches(OURS));
    }

    @Test
    void noClassNeedsOneThatHasMovedByItsOldName() throws Exception {
        Set<String> needed = new TreeSet<>();
        var collecting = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String type) {
                needed.add(type);
                return type;
            }
        };
        for (Path file : files()) {
            if (name(file).endsWith(".class")) {
                new ClassReader(Files.readAllBytes(file)).accept(new ClassRemapper(new ClassNode(), collecting), 0);
            }
        }

        assertThat(needed).contains("dev/userdeck/libs/org/jooq/DSLContext");
        assertThat(needed).noneMatch(type -> MOVED.stream().anyMatch(type::startsWith));
    }

    @Test
    void theModulePathTakesBoth() throws Exception {
        var paths = new ArrayList<Path>(List.of(classes()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.matches(
                    ".*[/\\\\](jooq|jackson|r2dbc|reactive|json-schema|itu|slf4j-api|jakarta)[^/\\\\]*\\.jar")) {
                paths.add(Path.of(entry));
            }
        }
        ModuleFinder finder = ModuleFinder.of(paths.toArray(Path[]::new));
        Set<String> roots = Set.of("dev.userdeck.libs", "org.jooq", "tools.jackson.databind");

        Configuration resolved =
                Configuration.resolve(finder, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), roots);

        assertThat(resolved.modules()).extracting(module -> module.name()).containsAll(roots);
    }

    @Test
    void theClassPathTakesBoth() {
        String sql = DSL.using(SQLDialect.H2).render(DSL.selectOne());
        String relocated = dev.userdeck
                .libs
                .org
                .jooq
                .impl
                .DSL
                .using(dev.userdeck.libs.org.jooq.SQLDialect.H2)
                .render(dev.userdeck.libs.org.jooq.impl.DSL.selectOne());

        assertThat(relocated).isEqualTo(sql);
        assertThat(dev.userdeck.libs.org.jooq.Constants.FULL_VERSION).isEqualTo(Constants.FULL_VERSION);
        assertThat(new dev.userdeck.libs.tools.jackson.databind.json.JsonMapper().writeValueAsString(Map.of("a", 1)))
                .isEqualTo(new JsonMapper().writeValueAsString(Map.of("a", 1)))
                .isEqualTo("{\"a\":1}");
        assertThat(dev.userdeck.libs.com.networknt.schema.SchemaRegistry.class).isNotEqualTo(SchemaRegistry.class);
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(dev.userdeck.libs.org.jooq.DSLContext.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String name(Path file) {
        try {
            return classes().relativize(file).toString().replace(File.separatorChar, '/');
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
