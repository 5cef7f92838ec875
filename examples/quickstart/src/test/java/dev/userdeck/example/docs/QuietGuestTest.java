package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host's log has of us where the host has configured none: all of it, in a JVM where nothing else was started. */
class QuietGuestTest {
    private static final String HOST = """
            import dev.userdeck.Userdeck;

            public class Host {
                public static void main(String[] args) {
                    try (Userdeck userdeck = Userdeck.builder().inMemory().start()) {
                        userdeck.users().signUp("ada@example.org", "plum tundra violet 47");
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theLibrariesInsideGreetNobody() throws Exception {
        Path source = Files.writeString(folder.resolve("Host.java"), HOST);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        withoutOurConfiguration(),
                        source.toString()))
                .redirectErrorStream(true)
                .start();

        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(log).isZero();
        assertThat(log).contains("Userdeck started").doesNotContain("Thank you for using jOOQ", "@@@@@@", "jOOQ tip");
    }

    /** The class path without this app, which configures its log. */
    private static String withoutOurConfiguration() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Files.exists(Path.of(entry, "logback.xml")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
