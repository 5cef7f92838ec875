package dev.userdeck.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An operator at a browser: from the link in the log to signing out. */
final class BrowserVisit implements AutoCloseable {
    private static final String SCREENSHOTS = System.getProperty("userdeck.screenshots", "");
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String REPORT_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.error(`CSP: ${event.violatedDirective} stopped ${event.blockedURI}`));
            """;

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private BrowserVisit(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        context = browser.newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(REPORT_VIOLATIONS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused request is noted where it is answered.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                refusals.add(response.status() + " " + response.request().method() + " "
                        + response.url().replaceFirst(".*/api/", "api/"));
            }
        });
    }

    /** Opens one, or skips the test where there is no browser. */
    static BrowserVisit open() {
        return new BrowserVisit(dev.userdeck.testkit.Browser.chromium());
    }

    Page page() {
        return page;
    }

    /**
     * Sets up a dashboard that has no operator yet, makes a user and a role, and leaves.
     *
     * @param dashboard with a slash at the end
     */
    static void check(URI dashboard, String token) {
        try (BrowserVisit visit = open()) {
            visit.walkThrough(dashboard, token);
            assertThat(visit.errors).as("errors and violations of the policy").isEmpty();
            assertThat(visit.refusals).as("refused requests").allMatch(refusal -> refusal.startsWith("401 GET api/"));
        }
    }

    private void walkThrough(URI dashboard, String token) {
        page.navigate(dashboard.toString().replaceFirst("/$", ""));
        sees("Nobody has an account yet");
        enter(dashboard, token);

        fillInANewUser();
        inDialog("Create user").click();
        seesHeading("Ada Lovelace");
        page.reload(); // below the mount, as from a bookmark
        button("Edit profile").click();
        field("Name").fill("Ada King");
        button("Save profile").click();
        seesHeading("Ada King");

        link("Roles").click();
        button("Add role").first().click();
        field("Name").fill("a/b c");
        inDialog("Add role").click();
        sees("a/b c added");

        button("Sign out").click();
        sees("Sign in to manage users");
    }

    /** The first operator, from the link in the log to the list of users. */
    void enter(URI dashboard, String token) {
        page.navigate(dashboard + "setup#" + token);
        page.getByLabel("Your name").fill("Ines Marchetti");
        page.getByLabel("Email").fill(Entrance.EMAIL);
        field("Password").fill(Entrance.PASSWORD);
        button("Create account").click();
        seesHeading("Users");
    }

    void fillInANewUser() {
        link("Create user").click();
        field("Email").fill("ada@example.org");
        field("Name").fill("Ada Lovelace");
        field("Password").fill("plum tundra violet 47");
    }

    /** Kept where the system property {@code userdeck.screenshots} says, for people to look at. */
    void takePictures(String name) {
        if (SCREENSHOTS.isEmpty()) {
            return;
        }
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SCREENSHOTS, name + "-" + width + ".png")));
        }
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator field(String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .or(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .first();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator inDialog(String button) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    void sees(String words) {
        assertThat(page.getByText(words).first()).isVisible();
    }

    void seesHeading(String words) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                        .first())
                .isVisible();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
