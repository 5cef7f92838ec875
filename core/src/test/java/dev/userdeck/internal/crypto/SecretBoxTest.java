package dev.userdeck.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final byte[] SECRET = "twenty bytes of it..".getBytes(UTF_8);

    private final SecretBox box = new SecretBox(key(1));

    @Test
    void whatIsSealedOpensForTheSamePurposeAlone() {
        String sealed = box.seal(SECRET, "operator 1");

        assertThat(box.open(sealed, "operator 1")).contains(SECRET);
        assertThat(box.open(sealed, "operator 2")).isEmpty();
        assertThat(box.seal(SECRET, "operator 1")).isNotEqualTo(sealed);
    }

    @Test
    void anEarlierKeyOpensAndTheCurrentOneSeals() {
        String sealed = box.seal(SECRET, "a");
        var rotated = new SecretBox(key(2), key(1));

        assertThat(rotated.open(sealed, "a")).contains(SECRET);
        assertThat(sealed).doesNotStartWith(rotated.currentPrefix());
        assertThat(rotated.seal(SECRET, "a")).startsWith(rotated.currentPrefix());
        assertThat(new SecretBox(key(2)).open(sealed, "a")).isEmpty();
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        String sealed = box.seal(SECRET, "a");
        int last = sealed.length() - 5;
        char other = sealed.charAt(last) == 'A' ? 'B' : 'A';

        assertThat(box.open(sealed.substring(0, last) + other + sealed.substring(last + 1), "a"))
                .isEmpty();
        for (String junk :
                new String[] {"", ".", "x", box.currentPrefix(), box.currentPrefix() + "AAAA", sealed + "!"}) {
            assertThat(box.open(junk, "a")).isEmpty();
        }
    }

    @Test
    void aKeyHas256Bits() {
        assertThatThrownBy(() -> new SecretBox(new SecretKeySpec(new byte[16], "AES")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 bits");
    }

    private static SecretKey key(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, "AES");
    }
}
