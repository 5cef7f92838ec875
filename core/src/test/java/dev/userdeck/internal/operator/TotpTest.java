package dev.userdeck.internal.operator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final long NEVER = -1;

    /** Of RFC 6238, appendix B, for SHA-1: the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void theVectorsOfRfc6238(long second, String code) {
        assertThat(at(second).step(SECRET, code, NEVER)).hasValue(second / 30);
    }

    @Test
    void theStepBeforeAndTheOneAfterCount() {
        String code = at(0).code(SECRET, 1_000);

        assertThat(at(998 * 30 + 29).step(SECRET, code, NEVER)).isEmpty();
        assertThat(at(999 * 30).step(SECRET, code, NEVER)).hasValue(1_000);
        assertThat(at(1_001 * 30 + 29).step(SECRET, code, NEVER)).hasValue(1_000);
        assertThat(at(1_002 * 30).step(SECRET, code, NEVER)).isEmpty();
    }

    @Test
    void aStepThatWasUsedCountsNoMoreNorDoThoseBefore() {
        Totp totp = at(1_000 * 30);

        assertThat(totp.step(SECRET, totp.code(SECRET, 1_000), 1_000)).isEqualTo(OptionalLong.empty());
        assertThat(totp.step(SECRET, totp.code(SECRET, 999), 1_000)).isEmpty();
        assertThat(totp.step(SECRET, totp.code(SECRET, 1_001), 1_000)).hasValue(1_001);
    }

    @Test
    void appsGetNameAndIssuerWhateverTheyAre() {
        assertThat(Totp.uri(SECRET, "Harbour & Rail", "ines+x@example.org"))
                .hasToString(
                        "otpauth://totp/Harbour%20%26%20Rail:ines%2Bx%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Harbour%20%26%20Rail&algorithm=SHA1&digits=6&period=30");
    }

    private static Totp at(long second) {
        return new Totp(InstantSource.fixed(Instant.ofEpochSecond(second)));
    }
}
