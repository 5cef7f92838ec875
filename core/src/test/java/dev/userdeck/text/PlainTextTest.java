package dev.userdeck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada King",
                "O\u2019Brien",
                "Jean\u2011Luc",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian
                "\u0915\u094D\u200D\u0937",
                "\u0915\u094D\u200C\u0937", // Devanagari
                "\u0D85\u0DB1\u0DCA\u200D\u0DB4\u0DCA\u200D\u0DBB", // Sinhala
                "\u0D05\u0D35\u0D28\u0D4D\u200D", // Malayalam, at the end of a word
                "\u09B0\u200D\u09CD\u09AF\u09BE\u09AC", // Bengali, in front of a virama
                "\u845B\uDB40\uDD00\u57CE", // a variant of a Japanese name
                "\uD83D\uDC69\u200D\uD83D\uDE80",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "1\uFE0F\u20E3",
                "\u00A9\uFE0E",
                "\u05D3\u05D5\u05D3",
                "\u2800\u2801",
                "\uD83E\uDEE8",
                ""
            })
    void whatIsSeenIsFit(String text) {
        assertThat(PlainText.problemOfLine("It", text)).as(codes(text)).isEmpty();
        assertThat(PlainText.shown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x7, 0xA, 0x7F, 0x85, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200C, 0x200D,
                0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206F, 0x3164, 0xD800,
                0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0x1D173, 0x1FFFE, 0xE0001, 0xE0041, 0xE007F, 0xE0100,
                0xE0FFF, 0x10FFFF
            })
    void whatHidesIsNamed(int c) {
        String text = "a" + Character.toString(c) + "b";

        assertThat(PlainText.problemOfLine("A name", text))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith(
                                "A name can't have the character U+" + String.format(Locale.ROOT, "%04X", c) + " "));
        assertThat(PlainText.shown(text)).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200Cb",
                "\u0645\u200C",
                "\u200C\u0645",
                "\u0645\u200Ca",
                "\u0645\u200C \u0645",
                "a\u200D\uD83D\uDE80",
                "\uD83D\uDE80\u200D",
                "a\uFE0F",
                "a\uDB40\uDD00",
                "1\uFE0F",
                "\u0645\u200D\u0645"
            })
    void aJoinerThatJoinsNothingHides(String text) {
        assertThat(PlainText.problemOfLine("It", text)).as(codes(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2800", " ", "\u00A0\u2003", "\u0301", "\u2800\u0301"})
    void whatIsNotSeenAtAllIsNoName(String text) {
        assertThat(PlainText.problemOfLine("A name", text)).contains("A name needs a character that is seen.");
    }

    @Test
    void severalLinesAreFitWhereTheyAreAllowed() {
        assertThat(PlainText.problemOfLines("It", "a\r\n\tb")).isEmpty();
        assertThat(PlainText.problemOfLines("It", "a\n\u202Eb")).isPresent();
        assertThat(PlainText.problemOfLines("It", "a\u2028b")).isPresent();
    }

    @Test
    void aTidyTextIsComposedAndHasNoSpaceAround() {
        assertThat(PlainText.tidy("\u00A0 e\u0301\u3000\t")).isEqualTo("\u00E9");
        assertThat(PlainText.tidy("Soft\u00ADline")).isEqualTo("Softline");
        assertThat(PlainText.tidy(" \u2003")).isEmpty();
    }

    private static String codes(String text) {
        var codes = new StringBuilder();
        text.codePoints().forEach(c -> codes.append(Integer.toHexString(c)).append(' '));
        return codes.toString();
    }
}
