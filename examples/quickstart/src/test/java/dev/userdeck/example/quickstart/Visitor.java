package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at a browser, who also notes what goes wrong behind the page. */
final class Visitor implements AutoCloseable {
    private static final String API = "/dashboard/api/";
    private static final String REPORT_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.error(`CSP: ${event.violatedDirective} stopped ${event.blockedURI}`));
            """;

    private static final String SCREENSHOTS = System.getProperty("userdeck.screenshots", "");

    private final BrowserContext context;
    private final Page page;
    private final URI app;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final List<String> apiCalls = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, URI app) {
        this.context = context;
        this.app = app;
        context.addInitScript(REPORT_VIOLATIONS);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(errors::add);
        page.onRequest(this::note);
        page.onResponse(this::note);
    }

    /** Opens an address of the app, as in {@code dashboard/}. */
    void open(String path) {
        page.navigate(app.resolve(path).toString());
    }

    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.ALERTDIALOG));
    }

    /** Waits until it is there. */
    void sees(Locator locator) {
        PlaywrightAssertions.assertThat(locator).isVisible();
    }

    /** The same; what only other widths show is passed over. */
    void sees(String words) {
        sees(page.getByText(words)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first());
    }

    void seesHeading(String words) {
        sees(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                .first());
    }

    /** The calls of the dashboard's API since this was last asked, without their queries. */
    List<String> apiCalls() {
        List<String> calls = List.copyOf(apiCalls);
        apiCalls.clear();
        return calls;
    }

    /** Looks at the screen on a phone and on a desk, by day and by night: nothing to scroll sideways, nothing for axe. */
    void looksAround(String screen) {
        looksAroundOnAPhone(screen);
        looksAt(screen, 1280, ColorScheme.DARK);
        looksAt(screen, 1280, ColorScheme.LIGHT);
    }

    /** The same for what there is on small screens alone. */
    void looksAroundOnAPhone(String screen) {
        looksAt(screen, 360, ColorScheme.LIGHT);
        looksAt(screen, 360, ColorScheme.DARK);
    }

    private void looksAt(String screen, int width, ColorScheme scheme) {
        String look = "%s at %d px, %s".formatted(screen, width, scheme);
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction("() => document.getAnimations().length === 0"); // colours change by degrees
        takePicture(screen, width, scheme);

        AxeResults axe = axe(scheme).analyze();

        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("what sticks out of %s", look)
                .isEqualTo(0);
        assertThat(axe.getPasses()).as("what axe found good in %s", look).isNotEmpty();
        assertThat(axe.getViolations()).as("axe on %s", look).isEmpty();
    }

    /** By night nothing changes but colours. */
    private AxeBuilder axe(ColorScheme scheme) {
        var axe = new AxeBuilder(page);
        return scheme == ColorScheme.LIGHT ? axe : axe.withRules(List.of("color-contrast"));
    }

    /** Kept where the system property {@code userdeck.screenshots} says, for people to look at. */
    private void takePicture(String screen, int width, ColorScheme scheme) {
        if (SCREENSHOTS.isEmpty()) {
            return;
        }
        page.evaluate("window.scrollTo(0, 0)"); // what sticks to the edge would stand in the middle
        String name = "%s-%d-%s.png"
                .formatted(screen.replace(' ', '-'), width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(SCREENSHOTS, name)).setFullPage(true));
    }

    /** Nothing went wrong but the answers named here, as in {@code 401 GET /dashboard/api/session}. */
    void hadNoTroubleBut(String... expectedRefusals) {
        assertThat(errors)
                .as("errors, violations of the policy, foreign requests")
                .isEmpty();
        assertThat(refusals).as("refused requests").containsExactlyInAnyOrder(expectedRefusals);
    }

    private void note(ConsoleMessage message) {
        // A refused request is noted where it is answered.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            errors.add(message.text());
        }
    }

    private void note(Request request) {
        URI url = URI.create(request.url());
        if (!app.getAuthority().equals(url.getAuthority())) {
            errors.add("request to " + url);
        } else if (url.getPath().startsWith(API)) {
            apiCalls.add(request.method() + " " + url.getPath().substring(API.length()));
        }
    }

    private void note(Response response) {
        if (response.status() >= 400) {
            URI url = URI.create(response.url());
            refusals.add(response.status() + " " + response.request().method() + " " + url.getPath());
        }
    }

    /** Leaves for good. */
    @Override
    public void close() {
        context.close();
    }
}
