package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard in German, in a language of the class path, and in one with words that are longer than any. */
class LanguagesTest {
    private static final String EMAIL = "ines@example.org";
    private static final String PASSWORD = "granite otter sundial 12";
    private static final Pattern WORDS = Pattern.compile("/assets/((?:en|de|fr)(?:-pages)?)-[\\w-]+\\.(js|json)$");

    private static final Pattern ENGLISH = Pattern.compile(".*/assets/en-[^/?]+\\.js$");

    /** What the server sends to be shown, and which of it is English in a German page. */
    private static final String NOT_IN_GERMAN = """
            async (paths) => {
              const files = [...document.querySelectorAll('meta[name=userdeck-language][content=de]')]
                .map(({ dataset }) => new URL(dataset.words, document.baseURI).href);
              const built = await import(files.find((file) => file.endsWith('.js')));
              const added = await (await fetch(files.find((file) => file.endsWith('.json')))).json();
              const german = { ...Object.values(built)[0].messages, ...added.messages };
              const texts = new Map();
              const collect = (value) => {
                if (value === null || typeof value !== 'object') return;
                if (typeof value.key === 'string' && typeof value.text === 'string') texts.set(value.key, value);
                Object.values(value).forEach(collect);
              };
              for (const path of paths) {
                const answer = await fetch(`api/${path}`);
                if (!answer.ok) throw new Error(`${answer.status} ${path}`);
                collect(await answer.json());
              }
              const places = (words) => [...new Set(words.match(/\\{[\\w.-]+\\}/g) ?? [])].sort().join();
              const wrong = [...texts.values()].filter(({ key, text, one }) => {
                const words = german[key];
                if (words === undefined || (typeof words === 'string') !== (one === undefined)) return true;
                return places(typeof words === 'string' ? words : words.other) !== places(text);
              });
              return [texts.size, ...wrong.map(({ key }) => key)];
            }""";

    /** {@code each} makes all words of a value 40 % longer, and leaves what is filled in. */
    private static final String LONGER = """
            const accents = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };
            const more = ' one two three four five six seven eight nine ten'.repeat(20);
            const longer = (words) => {
              const marked = words.split(/(\\{[\\w.-]+\\})/)
                .map((part, index) => (index % 2 ? part : part.replace(/[aeiou]/gi, (letter) => accents[letter])))
                .join('');
              return `[${marked}${more.slice(0, Math.max(Math.ceil(words.length * 0.4) - 2, 0))}]`;
            };
            const each = (value) => typeof value === 'string' ? longer(value)
              : Array.isArray(value) ? value.map(each)
              : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, each(inner)]));
            """;

    private static final String LONGER_WORDS = LONGER + """
            import * as plain from './%s?plain';
            export const en = plain.en && { ...plain.en, messages: each(plain.en.messages), sentences: each(plain.en.sentences) };
            export const enPages = plain.enPages && each(plain.enPages);
            """;

    /** The same for words that come from the server. */
    private static final String LONGER_TEXTS = "(() => {" + LONGER + """
              const texts = (value) => value === null || typeof value !== 'object' ? value
                : Array.isArray(value) ? value.map(texts)
                : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key,
                  (key === 'text' || key === 'one') && typeof value.key === 'string' ? longer(inner) : texts(inner)]));
              const read = Response.prototype.text;
              Response.prototype.text = async function () {
                const body = await read.call(this);
                return body.startsWith('{') ? JSON.stringify(texts(JSON.parse(body))) : body;
              };
            })()""";

    private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

    private Stage stage;
    private Crowd crowd;
    private final List<String> words = new ArrayList<>();

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        stage = Stage.open(data);
        crowd = Crowd.fill(stage.userdeck());
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    /** Somebody whose browser asks for German, and who has become the first operator. */
    private Visitor german() {
        Visitor visitor = stage.guest("de-AT");
        visitor.page().onRequest(request -> {
            Matcher file = WORDS.matcher(request.url());
            if (file.find()) {
                words.add(file.group(1) + "." + file.group(2));
            }
        });
        visitor.open(stage.setUpLink());
        visitor.looksAround("the set-up in German");
        visitor.page().getByLabel("Ihr Name").fill("Ines Marchetti");
        visitor.page().getByLabel("E-Mail").fill(EMAIL);
        password(visitor);
        visitor.button("Konto anlegen").click();
        visitor.seesHeading("Benutzer");
        return visitor;
    }

    private static void password(Visitor visitor) {
        visitor.page()
                .getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
    }

    @Test
    void aBrowserThatAsksForGermanGetsIt() {
        Visitor operator = german();

        assertThat(words).containsExactlyInAnyOrder("de.js", "de-pages.js", "de.json");
        PlaywrightAssertions.assertThat(operator.page().locator("html")).hasAttribute("lang", "de");
        operator.looksAround("users in German");
        operator.open("dashboard/users/" + crowd.olu());
        operator.seesHeading("Oluwaseun Adeyemi");
        operator.sees("Anmeldemethoden");
        operator.sees("Rollen");
        operator.looksAround("a user in German");
        operator.button("Sperren").click();
        operator.page().getByLabel("Grund").fill("Rückbuchungen");
        operator.looksAround("suspending in German");
        operator.dialog()
                .getByText("Sperren", new Locator.GetByTextOptions().setExact(true))
                .click();
        operator.sees("Gesperrt von Ines Marchetti: Rückbuchungen");
        for (String screen : new String[] {"p/roles", "p/outbox", "tenants", "audit", "overview", "about", "imports"}) {
            operator.open("dashboard/" + screen);
            operator.sees(operator.page().getByRole(AriaRole.HEADING).first());
            operator.looksAround(screen.replace('/', ' ') + " in German");
        }
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void theChoiceIsKeptAndOneLanguageIsLoadedAtATime() {
        Visitor operator = german();
        words.clear();

        choose(operator, "Sprache", "English");
        operator.seesHeading("Users");
        operator.page().reload();
        operator.seesHeading("Users");
        assertThat(words).containsOnly("en.js", "en-pages.js");

        choose(operator, "Language", "Français");
        operator.seesHeading("Utilisateurs");
        PlaywrightAssertions.assertThat(operator.page().locator("html")).hasAttribute("lang", "fr");
        operator.sees("Add filter"); // no word for it on the class path

        operator.button("Sign out").click();
        operator.sees(operator.button("Sign in"));
        choose(operator, "Langue", "Deutsch");
        operator.page().getByLabel("E-Mail").fill(EMAIL);
        password(operator);
        operator.button("Anmelden").click();
        operator.seesHeading("Utilisateurs"); // as the account has it
    }

    @Test
    void theAccountTakesLanguageAndTimeZoneAlong() {
        Visitor operator = german();
        operator.open("dashboard/operators/me");
        operator.seesHeading("Mein Konto");
        operator.looksAround("the own account in German");

        operator.button("Sprache und Zeitzone").click();
        operator.dialog().getByLabel("Sprache").selectOption("de");
        operator.dialog().getByLabel("Zeitzone").fill("Mars/Olympus");
        operator.dialog().getByText("Speichern", EXACTLY).click();
        operator.sees("Wählen Sie eine Zeitzone aus der Liste, etwa Europe/Berlin.");
        operator.looksAround("language and time zone in German");
        operator.dialog().getByLabel("Zeitzone").fill("Asia/Tokyo");
        operator.dialog().getByText("Speichern", EXACTLY).click();
        operator.sees(operator.page().getByText("Asia/Tokyo", new Page.GetByTextOptions().setExact(true)));
        PlaywrightAssertions.assertThat(
                        operator.page().locator("time[title*='GMT+9']").first())
                .isVisible();

        Visitor elsewhere = stage.guest("en-GB");
        elsewhere.open("dashboard/");
        elsewhere.page().getByLabel("Email").fill(EMAIL);
        elsewhere
                .page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        elsewhere.button("Sign in").click();
        elsewhere.seesHeading("Benutzer");
    }

    private static void choose(Visitor visitor, String menu, String language) {
        visitor.button(menu).first().click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(language))
                .click();
    }

    @Test
    void wordsThatAreLongerFitAPhoneAndADesk() {
        Visitor operator = stage.operator();
        Page page = operator.page();
        page.addInitScript(LONGER_TEXTS);
        page.route(ENGLISH, route -> {
            String file = route.request().url().replaceAll(".*/", "");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(LONGER_WORDS.replace("%s", file)));
        });
        for (Walk walk : new Walk[] {Walk.withAPhone(page), Walk.atADesk(page)}) {
            for (String screen : new String[] {
                "users",
                "users?tenant=acme&status=active&q=max",
                "users/" + crowd.olu(),
                "users/" + crowd.hostile(),
                "users/new",
                "p/roles",
                "p/roles/role-07-whose-name-is-as-long-as-no-cell-is-wide",
                "p/outbox",
                "tenants",
                "tenants/acme",
                "audit",
                "overview",
                "jobs",
                "imports",
                "about",
                "nowhere"
            }) {
                walk.open(operator, screen);
                walk.look(screen + " in longer words");
            }
            operator.sees("[Thé áddréss máy"); // the last screen
            assertThat(walk.faults()).isEmpty();
        }
    }

    @Test
    void whatTheServerSaysHasGermanWordsToo() {
        Visitor operator = german();
        Object found = operator.page()
                .evaluate(
                        NOT_IN_GERMAN,
                        List.of(
                                "session",
                                "users/" + crowd.olu(),
                                "users/" + crowd.olu() + "/deletion",
                                "users/" + crowd.hostile(),
                                "recipes/userroles/roles/role-00/deletion",
                                "recipes/mail/mails"));

        assertThat((List<?>) found)
                .hasSize(1)
                .first()
                .satisfies(texts -> assertThat((Integer) texts).isGreaterThan(60));
    }
}
