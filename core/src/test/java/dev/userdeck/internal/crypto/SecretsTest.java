package dev.userdeck.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets();

    @Test
    void tokensAreUrlSafeAndDiffer() {
        assertThat(secrets.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(secrets.token());
        assertThat(secrets.selector()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(secrets.selector());
    }

    @Test
    void theHashIsSha256() {
        assertThat(Secrets.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void sameComparesWholeTexts() {
        assertThat(Secrets.same("abc", "abc")).isTrue();
        assertThat(Secrets.same("abc", "abd")).isFalse();
        assertThat(Secrets.same("abc", "abcd")).isFalse();
    }
}
