package dev.userdeck.benchmarks.typing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fill;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.HostApp;
import dev.userdeck.benchmarks.fixture.HttpCaller;
import dev.userdeck.benchmarks.fixture.Options;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Types into the search box of the users list, in a real browser and at a human pace, and takes the time from the last key
 * until what that search found is on the screen.
 */
public final class Typing {
    static final int USUAL_TIMES = 200;

    private static final String TIMES = "--times";
    private static final String USAGE = """
            java -jar benchmarks/target/benchmarks.jar typing [option value]…
              --times    how many words are typed, 1 to 200 (200)
            and of the options of the table: --engine, --users, --url, --data, --seed
            """;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int PAGE = 50;
    /** Between two keys: a quick typist. Slower ones leave the machine more time to get ready. */
    private static final int SHORTEST_MILLIS = 60;

    private static final int LONGEST_MILLIS = 140;
    /** Between two words: all that the last one asked for has come. */
    private static final int REST_MILLIS = 400;

    /** Words that are typed before those that count: nothing is measured cold. */
    private static final int WARM_UP = 40;

    private static final int PROGRESS = 20;

    private final Options options;
    private final int times;
    private final Path chromium;
    private final Consumer<String> progress;
    private final SplittableRandom random = new SplittableRandom(1);

    Typing(Options options, int times, Path chromium, Consumer<String> progress) {
        this.options = options;
        this.times = times;
        this.chromium = chromium;
        this.progress = progress;
    }

    /**
     * Measures what the options say.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    public static String run(List<String> arguments) throws Exception {
        var others = new ArrayList<>(arguments);
        int times = takeTimes(others);
        String given = System.getenv("CHROMIUM");
        Path chromium = Path.of(given == null ? "/usr/bin/chromium" : given);
        if (!Files.isExecutable(chromium)) {
            throw new IllegalArgumentException("There is no " + chromium
                    + "; install it (apt-get install chromium) or name another in the environment variable CHROMIUM");
        }
        return new Typing(Options.parse(others.toArray(String[]::new)), times, chromium, System.err::println).run();
    }

    static int takeTimes(List<String> arguments) {
        int at = arguments.indexOf(TIMES);
        if (at < 0) {
            return USUAL_TIMES;
        }
        arguments.remove(at);
        String text = at < arguments.size() ? arguments.remove(at) : "";
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > USUAL_TIMES) {
            throw new IllegalArgumentException(TIMES + " is between 1 and " + USUAL_TIMES + "\n" + USAGE);
        }
        return Integer.parseInt(text);
    }

    /** The table, in Markdown. */
    String run() throws Exception {
        try (BenchmarkDatabase site = BenchmarkDatabase.open(options);
                Fixture stand = Fixture.open(site)) {
            Fill.fill(options, site, stand, progress);
            int before = Math.min(times, WARM_UP);
            List<TypedWord> words = new TypedWords(
                            options.population(), stand.userdeck().users().searchMode())
                    .some(before + times);
            try (Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(chromium)
                                    .setArgs(FLAGS));
                    var caller = new HttpCaller(stand.app().port())) {
                Page page = browser.newPage();
                page.addInitScript(script());
                page.navigate("http://localhost:" + stand.app().port() + "/dashboard/users");
                var typed = new ArrayList<TypingTimes>();
                for (TypedWord word : words.subList(0, before)) {
                    type(page, caller, word);
                }
                for (TypedWord word : words.subList(before, words.size())) {
                    typed.add(type(page, caller, word));
                    if (typed.size() % PROGRESS == 0) {
                        progress.accept("%d words typed".formatted(typed.size()));
                    }
                }
                return TypingTimes.report(site.version(), options.users(), browser.version(), typed);
            }
        }
    }

    private static String script() throws Exception {
        try (var script = Typing.class.getResourceAsStream("typing.js")) {
            if (script == null) {
                throw new IllegalStateException("typing.js is not beside its class");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private TypingTimes type(Page page, HttpCaller caller, TypedWord word) throws Exception {
        page.getByRole(AriaRole.SEARCHBOX).focus();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.waitForFunction("() => userdeckTyping.isAtRest()");
        Thread.sleep(REST_MILLIS);
        page.evaluate("word => userdeckTyping.expect(word)", word.text());
        for (char key : word.text().toCharArray()) {
            Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
            page.keyboard().type(String.valueOf(key));
        }
        page.waitForFunction("() => userdeckTyping.times()");
        check(page, caller, word);
        @SuppressWarnings("unchecked")
        var parts = (List<Number>) page.evaluate("() => userdeckTyping.times()");
        return new TypingTimes(
                word.kind(),
                parts.get(0).doubleValue(),
                parts.get(1).doubleValue(),
                parts.get(2).doubleValue());
    }

    /** What is on the screen is what was asked for. */
    private static void check(Page page, HttpCaller caller, TypedWord word) throws Exception {
        String asked = word.text().replace(" ", "%20").replace("@", "%40");
        String answer =
                new String(caller.get(HostApp.API + "/users?size=" + PAGE + "&q=" + asked), StandardCharsets.UTF_8);
        List<?> shown = (List<?>) page.evaluate("() => userdeckTyping.shown()");
        int found = answer.split("\"joinedAt\"", -1).length - 1;
        if (shown.size() != found || !shown.stream().allMatch(id -> answer.contains("\"" + id + "\""))) {
            throw new IllegalStateException(
                    "%d rows are shown for \"%s\", and %d were found".formatted(shown.size(), word.text(), found));
        }
    }
}
