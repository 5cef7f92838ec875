package dev.userdeck.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.http.spi.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a container may pass on that Jetty refuses by itself. */
class RequestPathTest {

    @Test
    void aSegmentIsDecodedOnce() {
        assertThat(RequestPath.decode("a%2520b%C3%A9%F0%9F%98%80+")).isEqualTo("a%20bé😀+");
    }

    @Test
    void whatCouldLeadElsewhereIsRefused() {
        for (String segment : List.of(
                "a%2Fb",
                "%2f",
                "%00",
                "a%00",
                ".",
                "..",
                "%2e%2E",
                ".%2e",
                "%7F",
                "%0d%0a",
                "%",
                "%4",
                "%zz",
                "%+1",
                "%C0%AF",
                "%ED%A0%80",
                "%FF")) {
            assertThatThrownBy(() -> RequestPath.decode(segment))
                    .as(segment)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.code()).isEqualTo("malformed"));
        }
    }
}
