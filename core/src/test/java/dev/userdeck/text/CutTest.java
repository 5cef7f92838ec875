package dev.userdeck.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {
    private static final String SMILE = "😀";

    @Test
    void aTextThatFitsStaysWhole() {
        assertThat(Cut.to(3, "abc")).isEqualTo("abc");
        assertThat(Cut.to(4, "ab" + SMILE)).isEqualTo("ab" + SMILE);
        assertThat(Cut.to(0, "")).isEmpty();
    }

    @Test
    void aLongerOneLosesItsEnd() {
        assertThat(Cut.to(2, "abc")).isEqualTo("ab");
        assertThat(Cut.to(0, "abc")).isEmpty();
    }

    @Test
    void noPairIsHalved() {
        assertThat(Cut.to(3, "ab" + SMILE)).isEqualTo("ab");
        assertThat(Cut.to(1, SMILE)).isEmpty();
        assertThat(Cut.to(3, SMILE + SMILE)).isEqualTo(SMILE);
    }
}
