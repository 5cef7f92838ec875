package dev.userdeck.internal.user.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "' ada@example.org ', ada@example.org",
        "o'neil+tag@example.org, o'neil+tag@example.org",
        "ÄDA@example.org, äda@example.org",
        "ada@EXÄMPLE.org, ada@xn--exmple-cua.org",
        "ada@localhost, ada@localhost",
        "ada@STRAẞE.example, ada@xn--strae-oqa.example",
        "ada@xn--Strae-oqa.example, ada@xn--strae-oqa.example",
        "ada@strasse.example, ada@strasse.example",
        "ada@βόλος.example, ada@xn--nxasmm1c.example",
        "ada@ԧ.example, ada@xn--b8a.example",
        "ada@क्\u200dष.example, ada@xn--11b2ezcw70k.example",
        "k\u212a@example.org, kk@example.org",
        "\ud803\udd50@example.org, \ud803\udd70@example.org",
        "İΣς@example.org, i\u0307σσ@example.org",
    })
    void comparesInOneForm(String typed, String key) {
        assertThat(EmailAddress.parse(typed))
                .get()
                .extracting(EmailAddress::key)
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@x.org",
                "a b@x.org",
                "a@b@x.org",
                "a@x..org",
                "a@-x.org",
                "a\u0007@x.org",
                "a@x.org.",
                "a@x.org。",
                "a@a_b.org",
                "a@xn--a.org",
                "a@x\u00ady.org",
                "a@x\u200cy.org",
                "a\u200d@x.org",
                "a\u0378@x.org"
            })
    void saysWhatIsWrong(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
        assertThat(EmailAddress.problem(typed)).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300, 1_000_000})
    void refusesWhatIsTooLong(int length) {
        assertThat(EmailAddress.problem("a".repeat(length) + "@example.org")).contains("too long");
    }
}
