package dev.userdeck.benchmarks.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.benchmarks.fixture.Options;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.testkit.Browser;
import dev.userdeck.testkit.Engine;
import dev.userdeck.user.SearchMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whether it still runs, not how fast. */
class TypingTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledIfSystemProperty(
            named = "skip.ui",
            matches = "true",
            disabledReason = "there is no front end to type into")
    void typesAndSeesWhatIsFound() throws Exception {
        Path chromium = Browser.chromium();
        var options = new Options(Engine.H2, 1_000, 1, null, folder, folder, Duration.ZERO, "");

        String report = new Typing(options, 4, chromium, line -> {}).run();

        assertThat(report)
                .contains("## Typing among 1,000 users on H2", "at most 150", "| all | 4 |", "| a domain | 1 |");
    }

    @Test
    void typesEachWordOnceAndNoneThatBeginsAnEarlierOne() {
        for (SearchMode search : SearchMode.values()) {
            List<String> words = new TypedWords(new Population(1_000, 1), search)
                    .some(240).stream().map(TypedWord::text).toList();

            assertThat(words).hasSize(240);
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                assertThat(words.subList(0, i)).noneMatch(earlier -> earlier.startsWith(word));
            }
        }
    }

    @Test
    void optionsSayWhatIsWrong() {
        assertThatThrownBy(() -> Typing.takeTimes(new ArrayList<>(List.of("--times", "0"))))
                .hasMessageContaining("--times is between 1 and 200");
        assertThatThrownBy(() -> Typing.takeTimes(new ArrayList<>(List.of("--times"))))
                .hasMessageContaining("--times is between 1 and 200");
    }
}
