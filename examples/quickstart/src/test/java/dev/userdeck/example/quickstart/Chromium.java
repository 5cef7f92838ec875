package dev.userdeck.example.quickstart;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The browser of this machine, started once for all tests; it ends with their JVM. With the system property
 * {@code userdeck.browser.headed} set to {@code true} it has a window, and takes its time so that eyes can follow.
 */
final class Chromium {
    private static final boolean HEADED = Boolean.getBoolean("userdeck.browser.headed");
    private static final double HEADED_STEP_MILLIS = 250;

    /** Enough for a busy machine; what works takes a tenth of a second. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static @Nullable Chromium started;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(!HEADED)
                        .setSlowMo(HEADED ? HEADED_STEP_MILLIS : 0)
                        .setArgs(FLAGS));
    }

    /** The browser, or the test is skipped where there is none. */
    static Chromium ofThisMachine() {
        Path executable = dev.userdeck.testkit.Browser.chromium();
        if (started == null) {
            started = new Chromium(executable);
        }
        return started;
    }

    /** A person with cookies of their own. */
    Visitor visitor(URI app) {
        return visitor(app, new Browser.NewContextOptions());
    }

    /** The same where the clocks are those of a time zone, as {@code Asia/Tokyo}. */
    Visitor visitor(URI app, String timeZone) {
        return visitor(app, new Browser.NewContextOptions().setTimezoneId(timeZone));
    }

    /** The same who reads this language, as {@code de-AT}. */
    Visitor reader(URI app, String locale) {
        return visitor(app, new Browser.NewContextOptions().setLocale(locale));
    }

    private Visitor visitor(URI app, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visitor(context, app);
    }
}
