package dev.userdeck.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void htmlHasNoMarkupFromOutside() {
        EmailContent letter = EmailContent.of("<script>alert(1)</script>")
                .paragraph("Hello <img src=x onerror=alert(1)>,\nwelcome")
                .link("\"Click\" <b>", "https://shop.example/\"onmouseover='alert(1)'");

        assertThat(letter.html())
                .doesNotContain("<script", "<img", "<b>", "\"onmouseover", "'alert")
                .contains("&lt;img src=x onerror=alert(1)&gt;,<br>welcome")
                .contains("href=\"https://shop.example/&quot;onmouseover=&#39;alert(1)&#39;\"");
    }

    @Test
    void noToStringHoldsALink() {
        EmailContent letter = EmailContent.of("Confirm").link("Confirm", "https://shop.example/#token=secret");
        NewEmail mail = NewEmail.of("test", "ada@example.org", letter);

        assertThat(letter.url()).contains("https://shop.example/#token=secret");
        assertThat(letter.toString() + mail + mail.defaultMessage()).doesNotContain("secret");
    }

    @Test
    void aLetterMayHaveNoLink() {
        EmailContent letter = EmailContent.of("Hello").paragraph("100% sure");

        assertThat(letter.url()).isEmpty();
        assertThat(letter.text()).isEqualTo("100% sure\n");
        assertThat(letter.html()).contains("<p>100% sure</p>");
    }
}
