package dev.userdeck.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As the dashboard names devices. */
class DeviceTest {
    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64";
    private static final String CHROME = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    @Test
    void itIsNamedByClientAndSystem() {
        assertNamed(WINDOWS + "; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox 133", "Windows", false);
        assertNamed("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)" + CHROME, "Chrome 131", "ChromeOS", false);
        assertNamed(WINDOWS + ")" + CHROME + " Edg/131.0", "Edge 131", "Windows", false);
        assertNamed(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari 18",
                "iOS",
                true);
        assertNamed("HarbourRail/8.2 (Android 14)", "HarbourRail 8.2", "Android", true);
        assertNamed("curl/8.10.1", "curl 8.10", null, false);
        assertNamed("", null, null, false);
        assertNamed(null, null, null, false);
    }

    private static void assertNamed(
            @Nullable String userAgent, @Nullable String client, @Nullable String system, boolean mobile) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(client, system, mobile));
    }

    @Test
    void whatIsNoNameIsCutBetweenCharacters() {
        assertThat(Device.of("x".repeat(59) + "\ud83d\ude80".repeat(200)).client())
                .isEqualTo("x".repeat(59));
        assertThat(Device.of("()".repeat(256)).client()).hasSize(60);
    }
}
