package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hashes of one password that were made by running the programs that are named with them, in the settings that those have
 * by themselves. Where it says "as", only the text around the hash was rewritten. Those that were made with a pepper or a
 * secret of their program's look like any other, and fit nothing here.
 */
@Tag("slow")
class OtherProgramsTest {
    private static final String CLEAR = "Wolke-7 blau über Köln";

    private final PasswordHasher hasher = new PasswordHasher(null);

    static Stream<List<String>> hashes() throws IOException {
        try (InputStream file = OtherProgramsTest.class.getResourceAsStream("hashes-of-other-programs.tsv")) {
            var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), UTF_8));
            return lines.lines().skip(1).map(line -> List.of(line.split("\t"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void theirPasswordFits(List<String> fields) {
        String hash = fields.get(2);
        boolean fits = fields.get(3).equals("fits");

        assertThat(hasher.refusal(hash)).isEmpty();
        assertThat(hasher.verify(CLEAR, hash)).isEqualTo(fits);
    }
}
