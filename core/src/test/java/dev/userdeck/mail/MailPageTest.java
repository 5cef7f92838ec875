package dev.userdeck.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPageTest {

    @Test
    void theTokenStandsInTheFragment() {
        var page = new LinkTarget(URI.create("https://shop.example/reset?lang=de"));

        assertThat(page.linkWith("a-b_c")).isEqualTo("https://shop.example/reset?lang=de#token=a-b_c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reset",
                "shop.example/reset",
                "ftp://shop.example/reset",
                "javascript:alert(1)",
                "https:/reset",
                "https://shop.example/reset#here",
                "https://ada:secret@shop.example/reset"
            })
    void aPageIsAbsoluteAndPlain(String uri) {
        assertThatThrownBy(() -> new LinkTarget(URI.create(uri))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#b", "a&b=c", "é"})
    void aTokenNeedsNoEscape(String token) {
        var page = new LinkTarget(URI.create("https://shop.example/reset"));

        assertThatThrownBy(() -> page.linkWith(token)).isInstanceOf(IllegalArgumentException.class);
    }
}
