package dev.userdeck.internal.user.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever was found by a key is found by it on the next Java, whose own tables are of another version of Unicode. */
@Tag("slow")
class SameKeysOnEachJavaTest {
    /** Of Unicode 18.0. A later one adds letters: then this changes, and rows with such addresses may need other keys. */
    private static final String KEYS = "dcb3ad94ad12f3176f4724707a17ae1316d04a3c342f6092548fed404a5becd0";

    private static final int OLDEST = 17;

    @Test
    void onThisOne() throws Exception {
        assertThat(KeysDigest.hex()).isEqualTo(KEYS);
    }

    /** The others of this machine, beside the one that runs this. */
    @Test
    void onTheOthersOfThisMachine() throws Exception {
        List<Path> others = others();
        if (others.isEmpty()) {
            String reason = "there is no other Java beside " + System.getProperty("java.home");
            System.out.println("Userdeck tests SKIP the keys on another Java: " + reason);
            Assumptions.abort(reason);
        }
        for (Path java : others) {
            assertThat(digest(java)).as(java.toString()).isEqualTo(KEYS);
        }
    }

    private static String digest(Path java) throws IOException, InterruptedException {
        Path classes = placeOf(EmailAddress.class);
        Path tests = placeOf(KeysDigest.class);
        Process process = new ProcessBuilder(
                        java.toString(), "-cp", classes + File.pathSeparator + tests, KeysDigest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** By the folders beside this one's, as systems lay them out; each once, whatever links lead to it. */
    private static List<Path> others() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        var homes = new TreeSet<Path>();
        try (Stream<Path> folders = Files.list(own.getParent())) {
            for (Path folder : folders.toList()) {
                boolean isOther = !folder.toRealPath().equals(own) && version(folder) >= OLDEST;
                if (isOther && Files.isExecutable(java(folder))) {
                    homes.add(folder.toRealPath());
                }
            }
        }
        return homes.stream().map(SameKeysOnEachJavaTest::java).toList();
    }

    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        var properties = new Properties();
        if (Files.isReadable(release)) {
            try (BufferedReader lines = Files.newBufferedReader(release)) {
                properties.load(lines);
            }
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]", 2)[0]);
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
