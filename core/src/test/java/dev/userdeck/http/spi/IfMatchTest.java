package dev.userdeck.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void theETagOfAVersionIsReadAgain() {
        assertThat(IfMatch.version(Response.etagOf(0))).hasValue(0);
        assertThat(IfMatch.version(" " + Response.etagOf(42) + " ")).hasValue(42);
        assertThat(IfMatch.version("\"999999999999999999\"")).hasValue(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "1",
                "\"\"",
                "\"-1\"",
                "w/\"1\"",
                "\"1-br\"",
                "\"a\"",
                "\"1\", \"2\"",
                "\"1000000000000000000\""
            })
    void whatIsNoETagOfAVersionIsNone(String header) {
        assertThat(IfMatch.version(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"7--gzip\"", "\"7-gzip\"", "W/\"7-gzip\""})
    void whatCompressesOnTheWayLeavesTheVersionWhatItIs(String header) {
        assertThat(IfMatch.version(header)).hasValue(7);
        assertThat(IfMatch.names("\"6\", " + header, 7)).isTrue();
    }

    @Test
    void aVersionIsNamedByItselfInAListAndByAStar() {
        assertThat(IfMatch.names("\"7\"", 7)).isTrue();
        assertThat(IfMatch.names("\"6\" , \"7\"", 7)).isTrue();
        assertThat(IfMatch.names(" * ", 7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"8\"", "W/\"8\"", "7", "\"*\""})
    void anotherVersionIsNotMeant(String header) {
        assertThat(IfMatch.names(header, 7)).isFalse();
    }
}
