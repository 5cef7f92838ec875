package dev.userdeck.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.benchmarks.fixture.Options;
import dev.userdeck.testkit.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak that is too short to tell anything but whether it runs. */
@Tag("slow")
class SoakTest {
    @TempDir
    private Path folder;

    @Test
    void itWorksAndNothingFails() throws Exception {
        var options = new Options(Engine.H2, 1_000, 1, null, folder, folder, Duration.ZERO, "");

        String report =
                new Soak(options, Duration.ofSeconds(2), line -> {}).run().text();

        assertThat(report)
                .contains("## 1000 users on H2", "| s | calls | errors |")
                .doesNotContain("failed");
        assertThat(report.lines().filter(line -> line.matches("\\| \\d.*"))).hasSize(8);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatGrowsIsNamed() {
        assertThat(SoakVerdict.of(samples(0, 0, 0))).isEmpty();
        assertThat(SoakVerdict.of(samples(5, 0, 0))).singleElement().asString().startsWith("heap in MB grew from ");
        assertThat(SoakVerdict.of(samples(0, 2, 0))).singleElement().asString().startsWith("threads grew from ");
        assertThat(SoakVerdict.of(samples(0, 0, 1))).containsExactly("12 calls failed");
    }

    @Test
    void minutesSayWhatIsWrong() {
        assertThat(Soak.takeMinutes(new ArrayList<>(List.of("--minutes", "0.5"))))
                .hasSeconds(30);
        assertThat(Soak.takeMinutes(new ArrayList<>())).hasMinutes(30);
        assertThatThrownBy(() -> Soak.takeMinutes(new ArrayList<>(List.of("--minutes", "long"))))
                .hasMessageContaining("--minutes is a number above 0");
    }

    /** A dozen, each with so much more than the one before. */
    private static List<SoakSample> samples(double heap, int threads, int errors) {
        List<SoakSample> samples = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            samples.add(new SoakSample(i, i * 100, errors * i, 40 + heap * i, 3, 10, 30 + threads * i, 60));
        }
        return samples;
    }
}
