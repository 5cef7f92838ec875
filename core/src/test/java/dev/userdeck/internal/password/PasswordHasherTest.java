package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    private static final String CLEAR = "nine brown foxes";

    private final PasswordHasher hasher = new PasswordHasher(null);

    @Test
    void aHashFitsItsPasswordAlone() {
        String hash = hasher.hash(CLEAR);

        assertThat(hasher.verify(CLEAR, hash)).isTrue();
        assertThat(hasher.verify("nine brown foxe", hash)).isFalse();
        assertThat(hasher.verify("", hash)).isFalse();
    }

    @Test
    void hashesOfOnePasswordDiffer() {
        assertThat(hasher.hash(CLEAR)).isNotEqualTo(hasher.hash(CLEAR));
    }

    @Test
    void aHashCarriesItsSettings() {
        assertThat(hasher.hash(CLEAR))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Made by the reference implementation: the strings of its own tests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
                "$argon2i$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
                "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY"
            })
    void hashesOfTheReferenceImplementationFit(String hash) {
        assertThat(hasher.verify("password", hash)).isTrue();
        assertThat(hasher.verify("Password", hash)).isFalse();
        assertThat(hasher.replacement("password", hash)).isPresent();
    }

    @Test
    void ownHashesAreNotReplaced() {
        assertThat(hasher.replacement(CLEAR, hasher.hash(CLEAR))).isEmpty();
    }

    /** By libargon2: {@code ﬁve ① brown foxes}, which NFKC would make {@code five 1 brown foxes}. */
    @Test
    void aHashWithTodaysSettingsMayComeFromElsewhere() {
        String hash =
                "$argon2id$v=19$m=19456,t=2,p=1$88pBD/WhF4ejQLbR92rGqw$v9u0uqcz7pGaMo2CphcnSLuvdOHo46O3NveeQl1ay4g";

        assertThat(hasher.verify("\ufb01ve \u2460 brown foxes", hash)).isTrue();
        assertThat(hasher.verify("five 1 brown foxes", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nine brown foxes",
                "$1$N9qo8uLO$ickgx2ZMRZoMyeIjZAgcf/",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=8,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=8,t=1,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void whatIsNoHashOfOursFitsNothing(String hash) {
        assertThat(hasher.verify("nine brown foxes", hash)).isFalse();
        assertThat(hasher.replacement("nine brown foxes", hash)).isEmpty();
    }

    @Test
    void oneTextIsOnePasswordHoweverItIsTyped() {
        String hash = hasher.hash("caf\u00e9 cr\u00e8me br\u00fbl\u00e9e");

        assertThat(hasher.verify("cafe\u0301 cre\u0300me bru\u0302le\u0301e", hash))
                .isTrue();
    }

    @Test
    void aGiantPasswordIsRefusedBeforeAnyWork() {
        String giant = "x".repeat(1_000_000);

        assertThatThrownBy(() -> hasher.hash(giant)).isInstanceOf(IllegalArgumentException.class);
        assertThat(hasher.verify(giant, hasher.hash(CLEAR))).isFalse();
        hasher.verifyNothing(giant);
    }
}
