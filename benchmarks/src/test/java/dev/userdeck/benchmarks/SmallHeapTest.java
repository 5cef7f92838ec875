package dev.userdeck.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.Jvm;
import dev.userdeck.benchmarks.move.MoveChild;
import dev.userdeck.tenant.TenantId;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports and exports hold a few batches, however much there is. */
@Tag("slow")
class SmallHeapTest {
    private static final int USERS = 4_000;
    private static final int METADATA = 40_000;
    /** Less than half of what is moved; the database's cache and what the JVM needs by itself are in it, too. */
    private static final String HEAP = "-Xmx64m";

    @TempDir
    private Path folder;

    @Test
    void moreIsMovedThanFitsTheHeap() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("userdeck") + ";CACHE_SIZE=4096;DB_CLOSE_ON_EXIT=FALSE";
        Fixture.builder().jdbcUrl(url, null, null).start().close();
        Path in = write(folder.resolve("in.jsonl"));
        Path out = folder.resolve("out.jsonl");

        assertThat(run(MoveChild.IMPORT, url, in)).isEqualTo(USERS);
        assertThat(run(MoveChild.EXPORT, url, out)).isEqualTo(USERS);

        assertThat(out).satisfies(file -> assertThat(Files.size(file)).isGreaterThan((long) USERS * METADATA));
        try (Stream<String> lines = Files.lines(out)) {
            assertThat(lines).hasSize(USERS);
        }
        try (Userdeck userdeck = Fixture.builder().jdbcUrl(url, null, null).start()) {
            assertThat(userdeck.users().findByExternalId("fat-3999", TenantId.PUBLIC))
                    .isPresent();
        }
    }

    private static Path write(Path file) throws IOException {
        String note = "much to be said ".repeat(METADATA / 16);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < USERS; i++) {
                writer.write(
                        "{\"externalId\":\"fat-%d\",\"email\":\"fat%d@example.org\",\"metadata\":{\"note\":\"%s\"}}%n"
                                .formatted(i, i, note));
            }
        }
        return file;
    }

    /** How many users it says that it moved. */
    private static int run(String what, String url, Path file) throws Exception {
        Process child = Jvm.start(MoveChild.class, List.of(HEAP), what, url, file.toString());
        String last = "";
        try (BufferedReader output = child.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = line;
            }
        }
        assertThat(child.waitFor()).as("%s after: %s", what, last).isZero();
        return Integer.parseInt(last.split(" ", -1)[1]);
    }
}
