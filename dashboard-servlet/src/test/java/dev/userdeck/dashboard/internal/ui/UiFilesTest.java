package dev.userdeck.dashboard.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.language.TranslationFiles;
import dev.userdeck.servlet.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UiFilesTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"\\./(assets/[^\"]+)\"");

    @Test
    void allThatTheBuiltPageLinksToIsServed() {
        Optional<UiFiles> built = load("META-INF/userdeck/dashboard/");
        assumeTrue(built.isPresent(), "the front end was not built");

        String page = new String(built.get().shell("../../"), StandardCharsets.UTF_8);
        var links = new ArrayList<String>();
        LINK.matcher(page).results().forEach(link -> links.add(link.group(1)));

        assertThat(page).containsOnlyOnce("<base href=\"../../\" />").doesNotContain("<base href=\"./\"");
        assertThat(links)
                .hasSizeGreaterThan(2)
                .allSatisfy(link -> assertThat(built.get().asset(link)).isPresent());
        assertThat(page).doesNotContain("://").doesNotContain("style=");
    }

    @Test
    void aBuildWithoutAFrontEndIsNone() {
        assertThat(load("META-INF/none/")).isEmpty();
    }

    @Test
    void aJarThatLacksAFileIsRefused() {
        assertThatThrownBy(() -> load("META-INF/test-ui-broken/"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("assets/gone-00000000.js");
    }

    private static Optional<UiFiles> load(String folder) {
        ClassLoader loader = UiFilesTest.class.getClassLoader();
        return UiFiles.load(
                loader, folder, new Translations(new TranslationFiles(loader)::read, List.of(), new Json()), "en");
    }
}
