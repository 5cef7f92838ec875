package dev.userdeck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.benchmarks.cases.Measurement;
import dev.userdeck.benchmarks.fixture.Options;
import dev.userdeck.benchmarks.move.Move;
import dev.userdeck.testkit.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line once or twice: whether they still run, not how fast. */
@Tag("slow")
class BenchmarksTest {
    private static final Measurement ONCE = new Measurement(Duration.ofNanos(1), 1, 2, "", false);

    @TempDir
    private Path folder;

    @Test
    void everyLineRunsAndIsComparedWithFewerUsers() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        Files.writeString(results.resolve("h2-500.tsv"), "session verify in process\t0.001\n");
        var options = new Options(Engine.H2, 1_000, 1, null, folder.resolve("data"), results, Duration.ZERO, "");

        String report = new Benchmarks(options, ONCE, line -> {}).run();

        assertThat(report)
                .contains("## 1,000 users on H2", "÷ 500 users |", "| session verify in process | 1 |")
                .contains("users list over HTTP", "role assign");
        assertThat(results.resolve("h2-1000.md")).hasContent(report);
        assertThat(results.resolve("h2-1000.tsv")).content().contains("metadata read\t");
    }

    @Test
    void everybodyIsMovedOnceThoughTheImportIsKilled() throws Exception {
        var options = new Options(Engine.H2, 2_000, 1, null, folder.resolve("data"), folder, Duration.ZERO, "");

        String report = new Move(options, line -> {}).run();

        assertThat(report).contains("| import, killed and gone on with | 2,000 |", "| export | 3,000 |", "none twice");
        assertThat(folder.resolve("move-h2-2000.md")).hasContent(report);
    }

    @Test
    void optionsSayWhatIsWrong() {
        assertThat(Options.parse("--engine", "h2", "--users", "5000").users()).isEqualTo(5_000);
        assertThatThrownBy(() -> Options.parse("--engine", "oracle")).hasMessageContaining("--engine is one of");
        assertThatThrownBy(() -> Options.parse("--user", "5")).hasMessageContaining("What is --user?");
        assertThatThrownBy(() -> Options.parse("moov", "--users", "5000")).hasMessageContaining("What is moov?");
        assertThatThrownBy(() -> Options.parse("--users")).hasMessageContaining("What is --users?");
        assertThatThrownBy(() -> Options.parse("--users", "many")).hasMessage("--users is a number, not many");
    }
}
