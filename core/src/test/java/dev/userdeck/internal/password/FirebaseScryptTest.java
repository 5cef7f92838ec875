package dev.userdeck.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the parameters and the user that Firebase's own scrypt tool has for an example. */
class FirebaseScryptTest {
    private static final String SIGNER_KEY =
            "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==";
    private static final String HASH = "$firebase-scrypt$42xEC+ixf3L2lw==$"
            + "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==";

    private final PasswordHasher hasher = new PasswordHasher(new FirebaseScrypt(SIGNER_KEY, "Bw==", 8, 14));

    @Test
    void itsOwnExampleFits() {
        assertThat(hasher.verify("user1password", HASH)).isTrue();
        assertThat(hasher.verify("user2password", HASH)).isFalse();
        assertThat(hasher.verify("user1password\0", HASH)).isFalse();
        assertThat(hasher.replacement("user1password", HASH)).isPresent();
    }

    @Test
    void theAlphabetOfItsAdminSdkIsRead() {
        assertThat(hasher.verify("user1password", HASH.replace('+', '-').replace('/', '_')))
                .isTrue();
    }

    /** By {@code hashlib.scrypt} and {@code openssl enc -aes-256-ctr}, with the same salt. */
    @Test
    void lettersBeyondAsciiAreUtf8() {
        assertThat(
                        hasher.verify(
                                "na\u00efve caf\u00e9 \u00fcber",
                                "$firebase-scrypt$42xEC+ixf3L2lw==$"
                                        + "CuPsaby1tI88uarT5p0lxFGDA2amxbTrX/cU8xuevkK/i8supzVQd9s20Hxo7qAnSvmWiw24LYh0qBVlgp2NLA=="))
                .isTrue();
    }

    @Test
    void anotherProjectsHashDoesNotFit() {
        String other = "A" + SIGNER_KEY.substring(1);

        assertThat(new PasswordHasher(new FirebaseScrypt(other, "Bw==", 8, 14)).verify("user1password", HASH))
                .isFalse();
        assertThat(hasher.refusal("$firebase-scrypt$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQND"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "AAAA, Bw==, 8, 14, signerKey",
        "%, Bw==, 8, 14, signerKey",
        SIGNER_KEY + ", ?, 8, 14, saltSeparator",
        SIGNER_KEY + ", Bw==, 0, 14, rounds",
        SIGNER_KEY + ", Bw==, 9, 14, rounds",
        SIGNER_KEY + ", Bw==, 8, 0, memCost",
        SIGNER_KEY + ", Bw==, 8, 15, memCost"
    })
    void whatCannotBeIsRefusedByName(String key, String separator, int rounds, int memCost, String name) {
        assertThatThrownBy(() -> new FirebaseScrypt(key, separator, rounds, memCost))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
