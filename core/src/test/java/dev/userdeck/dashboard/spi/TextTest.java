package dev.userdeck.dashboard.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void wordsWithANumberHaveAFormForOne() {
        assertThat(Text.counted("notes.more", "{count} note", "{count} notes"))
                .isEqualTo(new Text("notes.more", "{count} notes", "{count} note"));
        assertThatThrownBy(() -> Text.of("notes.more", "{count} notes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Text.counted");
    }
}
