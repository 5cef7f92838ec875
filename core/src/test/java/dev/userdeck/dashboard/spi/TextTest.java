package dev.userdeck.dashboard.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void wordsWithANumberHaveAFormForOne() {
        assertThat(Text.counted("notes.more", "{count} note", "{count} notes"))
                .extracting(text -> text.text(0), text -> text.text(1), text -> text.text(2))
                .containsExactly("{count} notes", "{count} note", "{count} notes");
        assertThatThrownBy(() -> Text.of("notes.more", "{count} notes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Text.counted");
    }
}
