package dev.userdeck.internal.user.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+442079460123, +442079460123",
        "' +44 20 7946 0123 ', +442079460123",
        "+44 (0)20-7946.0123, +442079460123",
        "＋４４ 20 7946 0123, +442079460123",
        "+49 30/901820, +4930901820",
        "+1 (415) 555‑2671, +14155552671",
        "+354 545 1000, +3545451000",
        "+883 5100 0000 0094, +883510000000094",
    })
    void keepsOneForm(String typed, String e164) {
        assertThat(PhoneNumber.parse(typed)).get().extracting(PhoneNumber::e164).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+44 20 7946 012 | This number is one digit short for the United Kingdom (+44).",
                "+44 20 7946 01 | This number is 2 digits short for the United Kingdom (+44).",
                "+44 20 7946 01234 | This number is one digit too long for the United Kingdom (+44).",
                "+47 22 22 22 22 22 22 22 | This number is 6 digits too long for Norway (+47).",
                "+1 415 555 267 | This number is one digit short for the United States (+1).",
                "020 7946 0123 | Begin the number with + and the country code, as in +44 20 7946 0123.",
                "0044 20 7946 0123 | Begin the number with + and the country code, as in +44 20 7946 0123.",
                "'' | A number is needed.",
                "' ' | A number is needed.",
                "+ | There is too little after the country code.",
                "+44 | There is too little after the country code.",
                "+999 1234567 | No country has a code that begins like this number.",
                "+44 20 7946 0123 ext 5 | A number has digits, spaces and ( ) - . / only.",
                "+1 800 FLOWERS | A number has digits, spaces and ( ) - . / only.",
                "ada | A number has digits, spaces and ( ) - . / only.",
                "+44+44 | A number has just one +, at its beginning.",
            })
    void saysWhatIsWrong(String typed, String problem) {
        assertThat(PhoneNumber.problem(typed)).isEqualTo(problem);
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 200, 1_000_000})
    void refusesWhatIsTooLong(int length) {
        assertThat(PhoneNumber.problem("+44" + "1".repeat(length))).contains("at most 15 digits");
        assertThat(PhoneNumber.parse("+44" + " ".repeat(length) + "\u0000")).isEmpty();
    }
}
