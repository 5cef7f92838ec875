package dev.userdeck.example.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Java of all modules but the examples, for rules that no compiled class shows. */
final class Sources {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> MODULES = List.of(
            "core",
            "servlet",
            "dashboard-servlet",
            "mail-smtp",
            "recipe-emailverification",
            "recipe-usermetadata",
            "recipe-userroles",
            "spring-boot-starter");
    private static final List<String> TOOLS = List.of("testkit", "benchmarks");

    private Sources() {}

    /** What hosts run, by path from the root. */
    static Map<Path, String> main() {
        var found = new TreeMap<Path, String>();
        MODULES.forEach(module -> read(module + "/src/main/java", found));
        if (found.size() < 300) {
            throw new IllegalStateException("Only " + found.size() + " sources in " + ROOT.toAbsolutePath());
        }
        return found;
    }

    /** All of it: the tests, the testkit and the benchmarks, too. */
    static Map<Path, String> all() {
        Map<Path, String> found = main();
        MODULES.forEach(module -> read(module + "/src/test/java", found));
        for (String module : TOOLS) {
            read(module + "/src/main/java", found);
            read(module + "/src/test/java", found);
        }
        return found;
    }

    private static void read(String folder, Map<Path, String> into) {
        Path root = ROOT.resolve(folder);
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                into.put(ROOT.relativize(file), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
