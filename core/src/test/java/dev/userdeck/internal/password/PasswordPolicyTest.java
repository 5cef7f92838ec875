package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final String EMAIL = "Ada.Lovelace@example.org";

    private final PasswordPolicy policy = policy(15, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nine brown foxes",
                "kettle-orbit-92-lamp",
                "correct battery horse nine",
                "Zwölf Boxkämpfer jagen",
                "пароль для моего кота",
                "正确的马电池订书钉在我的桌子上",
                "j4&kT9w!pQ2#xLr"
            })
    void longUncommonTextIsAccepted(String password) {
        assertThat(policy.check(password, EMAIL)).isEmpty();
        assertThat(policy.check(password, null)).isEmpty();
    }

    @Test
    void aShortOneIsToldItsLength() {
        assertThat(policy.check("harbour2026", EMAIL))
                .containsExactly(new FieldError(
                        "password", "password-too-short", "11 characters. It needs at least 15.", Map.of("count", 15)));
        assertThat(policy.check("x", EMAIL))
                .extracting(FieldError::message)
                .containsExactly("1 character. It needs at least 15.");
    }

    @Test
    void lengthIsInCharactersNotInUnits() {
        assertThat(code("🦊🐎🔋📎🦊🐎🔋")).isEqualTo("password-too-short");
        assertThat(code("e\u0301a\u0301o\u0301u\u0301i\u0301nbcdfr")).isEqualTo("password-too-short");
    }

    @Test
    void upTo128CharactersAreAccepted() {
        String sixteen = "kettle orbit 92,";

        assertThat(policy(15, null).check(sixteen.repeat(7) + "and some lamps..", null))
                .isEmpty();
        assertThat(code(sixteen.repeat(7) + "and some lamps...")).isEqualTo("password-too-long");
        assertThat(code("x".repeat(1_000_000))).isEqualTo("password-too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "ada.lovelace@example.org, password-has-email",
        "my ADA.Lovelace 1815, password-has-email",
        "Userdeck-2026-Winter, password-has-app-name",
        "aaaaaaaaaaaaaaaaaaaa, password-predictable",
        "abcabcabcabcabcab, password-predictable",
        "123456789012345, password-predictable",
        "543210987654321, password-predictable",
        "abcdefghijklmnop, password-predictable",
        "aaaabbbbccccdddd, password-predictable",
        "qwertyuiopasdfgh, password-predictable",
        "poiuytrewq0987654, password-predictable",
        "1q2w3e4r5t6y7u8i9o, password-predictable",
        "PasswordPassword, password-common",
        "password1234567!, password-common",
        "2024-Football-2024!, password-common",
        "correct horse battery staple, password-common"
    })
    void whatIsEasilyGuessedIsRefusedWithTheReason(String password, String code) {
        assertThat(code(password)).isEqualTo(code);
    }

    @Test
    void wideLettersDoNotHideACommonPassword() {
        assertThat(code("ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ")).isEqualTo("password-common");
    }

    @Test
    void aShortLocalPartMayOccurByChance() {
        assertThat(policy.check("havanna cigar nights", "ann@example.org")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "okafor amara 2026!, password-has-name",
        "AmaraAmaraOkafor99, password-has-name",
        "the okafor family sails at dawn, ''",
    })
    void aNameAloneIsRefusedAndASentenceThatHoldsItIsNot(String password, String code) {
        assertThat(policy.check(password, List.of(EMAIL), "Amara Okafor"))
                .extracting(FieldError::code)
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void theNameOfTheAppIsRefused() {
        var shop = policy(15, "Corner Shop");

        assertThat(shop.check("my CORNER SHOP at nine", EMAIL))
                .extracting(FieldError::code)
                .containsExactly("password-has-app-name");
        for (String joined : List.of("cornershop cornershop", "my corner-shop at nine", "my Corner. SHOP at nine")) {
            assertThat(shop.check(joined, EMAIL))
                    .as(joined)
                    .extracting(FieldError::code)
                    .containsExactly("password-has-app-name");
        }
        assertThat(shop.check("my corner has a shop", EMAIL)).isEmpty();
        assertThat(policy(15, "Deno").check("nine wooden oaks", EMAIL)).isEmpty();
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(code("nine brown foxes \ud83e")).isEqualTo("password-invalid");
    }

    @Test
    void theMinimumCanBeLower() {
        var lower = policy(8, null);

        assertThat(lower.check("k7-lamps", EMAIL)).isEmpty();
        assertThat(lower.check("football", EMAIL)).hasSize(1);
    }

    @Test
    void whatWasLeakedOftenIsRefused() {
        var lower = policy(8, null);

        for (String leaked :
                List.of("trustno1", "1qaz2wsx3edc", "NCC1701D", "q1w2e3r4t5y6", "ghbdtnbr", "christian1994")) {
            assertThat(lower.check(leaked, EMAIL))
                    .as(leaked)
                    .extracting(FieldError::code)
                    .isSubsetOf("password-common", "password-predictable")
                    .hasSize(1);
        }
    }

    @Test
    void theAppsOwnCheckIsAskedLast() {
        var asked = new ArrayList<String>();
        var own = new PasswordPolicy(15, null, password -> {
            asked.add(password);
            return password.contains("fox") ? Optional.of("No foxes, please.") : Optional.empty();
        });

        assertThat(own.check("nine brown foxes", EMAIL))
                .containsExactly(new FieldError("password", "password-refused", "No foxes, please."));
        assertThat(own.check("ｎine brown oaks!", EMAIL)).isEmpty();
        assertThat(own.check("passwordpassword", EMAIL))
                .extracting(FieldError::code)
                .containsExactly("password-common");
        assertThat(asked).containsExactly("nine brown foxes", "nine brown oaks!");
    }

    private static PasswordPolicy policy(int minLength, @Nullable String appName) {
        return new PasswordPolicy(minLength, appName, password -> Optional.empty());
    }

    private String code(String password) {
        return policy.check(password, EMAIL).stream()
                .map(FieldError::code)
                .findFirst()
                .orElse("");
    }
}
