package dev.userdeck.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00170|170",
                "143e8|14300000000",
                "143e8|1.43E+10",
                "143e8|1,43E+10",
                "10000000000002003|1.0000000000002E+016",
                "10000000000000002|1E+16",
                "12345678901234567|12345678901234500",
                "1234567890123456|1.23457E+15",
                "1.50|1.5",
                "1,50|1,5",
                "3-4|03/04/2026",
                "3-4|46085",
                "2026-11-26|26.11.2026",
                "MARCH1|1-Mar",
                "12:30|12:30:00",
                "true|TRUE"
            })
    void aSpreadsheetMayHaveMadeIt(String was, String is) {
        assertThat(SpreadsheetText.changes(was)).isTrue();
        assertThat(SpreadsheetText.mayHaveMade(was, is)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "170, 00170",
        "170, 171",
        "00170, 171",
        "143e8, 143",
        "Ada, Bea",
        "true, false",
        "u-00170, u-170",
        "007, Bond"
    })
    void somebodyMeantIt(String was, String is) {
        assertThat(SpreadsheetText.mayHaveMade(was, is)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "170",
                "-5",
                "123456789012345",
                "Ada",
                "May",
                "u-1",
                "2026-11-26T21:30:00Z",
                "1a",
                "e",
                "."
            })
    void itStaysAsItIs(String text) {
        assertThat(SpreadsheetText.changes(text)).isFalse();
    }
}
