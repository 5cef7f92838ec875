package dev.userdeck.internal.idna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "EXAMPLE.Org, example.org",
        "localhost, localhost",
        "my-shop.example, my-shop.example",
        "r3---sn-a.example, r3---sn-a.example",
        "straße.example, xn--strae-oqa.example",
        "STRAẞE.example, xn--strae-oqa.example",
        "strasse.example, strasse.example",
        "XN--Strae-OQA.example, xn--strae-oqa.example",
        "βόλος.example, xn--nxasmm1c.example",
        "ΒΌΛΟΣ.example, xn--nxasmq6b.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "ｅｘａｍｐｌｅ．org, example.org",
        "日本語。jp, xn--wgv71a119e.jp",
        "ex\u00adample.org, example.org",
        "ԧ.example, xn--b8a.example",
        "Ა.example, xn--lod.example",
        "\ud803\udd50.example, xn--dh0d.example",
        "☕.example, xn--53h.example",
        "نامه\u200cای.example, xn--mgba3gch31f060k.example",
        "क्\u200dष.example, xn--11b2ezcw70k.example",
    })
    void aNameHasOneFormInAscii(String typed, String ascii) {
        assertThat(DomainName.toAscii(typed)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".org",
                "a..org",
                "example.org.",
                "bücher.example。",
                "-a.org",
                "a-.org",
                "-ü.org",
                "ab--ü.org",
                "xn--.org",
                "xn--a-.org",
                "xn--ü.org",
                "xn--a.org",
                "xn--99999999999.org",
                "xn--strasse-.org",
                "a_b.org",
                "a b.org",
                "a/ü.org",
                "\u0301a.org",
                "a\u200cb.org",
                "a\u200db.org",
                "\u05d0a.org",
                "1.\u05d0",
                "a\u0378.org",
                "\ud800.org",
                "\ue000.org",
            })
    void whatIsNoNameIsRefused(String typed) {
        assertThat(DomainName.toAscii(typed)).isEmpty();
        assertThat(DomainName.toUnicode(typed)).isEmpty();
        assertThat(DomainName.spellings(typed)).containsExactly(typed);
    }

    @Test
    void labelsAndNamesHaveTheLengthOfTheDomainNameSystem() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));

        assertThat(DomainName.toAscii(longest)).contains(longest);
        assertThat(DomainName.toAscii("a" + longest)).isEmpty();
        assertThat(DomainName.toAscii(longest.replaceFirst("a", "-"))).isEmpty();
        assertThat(DomainName.toAscii(label + "a.org")).isEmpty();
        assertThat(DomainName.toAscii("ü".repeat(56))).isPresent();
        assertThat(DomainName.toAscii("ü".repeat(60))).isEmpty();
        assertThat(DomainName.toAscii("ü".repeat(1_000_000))).isEmpty();
        assertThat(DomainName.toAscii("a" + "\u0301\u0323".repeat(500_000))).isEmpty();
    }

    @Test
    void peopleReadLetters() {
        assertThat(DomainName.toUnicode("XN--STRAE-OQA.example")).contains("straße.example");
        assertThat(DomainName.toUnicode("Bücher.Example")).contains("bücher.example");
        assertThat(DomainName.spellings("Straße.example"))
                .containsExactly("Straße.example", "straße.example", "xn--strae-oqa.example");
        assertThat(DomainName.spellings("example.org")).containsExactly("example.org");
    }
}
