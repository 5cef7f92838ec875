package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertInvalid;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.libs.tools.jackson.databind.json.JsonMapper;
import dev.userdeck.mail.spi.MailUnavailableException;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.SignInMethod;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.H2.class)
class PasswordRoutesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ADA = "ada@example.org";
    private static final String PASSWORD = "violet kettle on the 9th shelf";
    private static final String NEW = "seven lamps over the harbour";

    private final Mailbox mailbox = new Mailbox();
    private TestDatabase database;
    private Userdeck userdeck;
    private WebServer server;
    private Browser page;

    @BeforeEach
    void start(TestDatabase fresh) {
        database = fresh;
        userdeck = builder()
                .emailSender(mailbox)
                .passwordResetPage(URI.create("https://shop.example/reset"))
                .start();
        open();
        userdeck.users().signUp(ADA, PASSWORD);
    }

    private Userdeck.Builder builder() {
        return Userdeck.builder().dataSource(database.dataSource()).maintenance(Userdeck.Maintenance.MANUAL);
    }

    private void open() {
        server = new WebServer("/app")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .start();
        page = new Browser(server.uri().resolve("/app/auth"));
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void theMailIsInTheBrowsersLanguageUnlessTheAppKnowsBetter() {
        page.with("Accept-Language", "fr, de-CH;q=0.7, en;q=0.3")
                .post("/password/forgot", "{\"email\":\"" + ADA + "\"}");
        userdeck.runMaintenance();

        assertThat(mailbox.last().subject()).isEqualTo("Neues Passwort wählen");
        assertThat(mailbox.last().text())
                .contains("Mit diesem Link können Sie ein neues Passwort wählen.", "Gültigkeit des Links: 1 Stunde");

        stop();
        userdeck = builder()
                .emailSender(mailbox)
                .passwordResetPage(URI.create("https://shop.example/reset"))
                .language(Locale.GERMAN)
                .userLanguage(user -> Optional.of(Locale.UK))
                .start();
        open();
        userdeck.users().signUp("eve@example.org", PASSWORD);
        page.with("Accept-Language", "de").post("/password/forgot", "{\"email\":\"eve@example.org\"}");
        userdeck.runMaintenance();
        assertThat(mailbox.last().subject()).isEqualTo("Choose a new password");
    }

    @Test
    void whoIsSignedInChangesThePasswordAndStaysSignedIn() {
        Browser here = signedIn(PASSWORD);
        Browser elsewhere = signedIn(PASSWORD);

        assertDone(change(here, PASSWORD, NEW));

        assertThat(here.get("/session").statusCode()).isEqualTo(200);
        assertProblem(elsewhere.get("/session"), 401, "sign-in-required");
        signedIn(NEW);
    }

    @Test
    void aChangeIsRefusedAtItsField() {
        Browser here = signedIn(PASSWORD);

        assertInvalid(change(here, "another one", NEW), "/currentPassword", "password-wrong");
        assertInvalid(change(here, PASSWORD, "short"), "/password", "password-too-short");
        assertInvalid(change(here, PASSWORD, "passwordpassword"), "/password", "password-common");
        assertInvalid(change(here, PASSWORD, PASSWORD), "/password", "password-same");
        assertInvalid(post(here, "/password/change", Map.of("password", NEW)), "/currentPassword", "required");
        assertInvalid(post(here, "/password/change", Map.of("currentPassword", PASSWORD)), "/password", "required");
        assertProblem(change(page, PASSWORD, NEW), 401, "sign-in-required");
        signedIn(PASSWORD);
    }

    @Test
    void guessesAtTheCurrentPasswordAreSlowedDown() {
        Browser here = signedIn(PASSWORD);

        HttpResponse<String> answer = change(here, "guess", NEW);
        // on a slow machine the first waits, of seconds, may be over before the next try
        for (int i = 0; i < 12 && answer.statusCode() == 422; i++) {
            answer = change(here, "guess " + i, NEW);
        }

        assertThat((Integer) assertProblem(answer, 429, "too-many-attempts").get("retryAfter"))
                .isPositive();
    }

    @Test
    void whoSignsInWithoutAPasswordHasNoneToChange() {
        var bob = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail("bob@example.org").withoutPassword(), Actor.system());
        String token = userdeck.sessions()
                .create(bob.user().id(), SessionOrigin.of("email"))
                .orElseThrow()
                .token();

        assertProblem(change(page.with("Cookie", "userdeck_session=" + token), PASSWORD, NEW), 409, "no-password");
    }

    @Test
    void whoForgotGetsOneAnswerWhetherKnownOrNot() {
        HttpResponse<String> known = forgot(ADA);
        HttpResponse<String> unknown = forgot("nobody@example.org");
        userdeck.runMaintenance();

        assertDone(known);
        assertDone(unknown);
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void aMailServerThatIsDownChangesNoAnswer() {
        mailbox.failWith(() -> new MailUnavailableException("down", null));

        assertDone(forgot(ADA));
        userdeck.runMaintenance();

        assertThat(mailbox.mails()).isEmpty();
        assertThat(mailbox.tries()).isEqualTo(1);
    }

    @Test
    void whatIsNoEmailIsToldAtItsField() {
        assertInvalid(forgot("ada@"), "/email", "email-invalid");
        assertInvalid(post(page, "/password/forgot", Map.of()), "/email", "required");
    }

    @Test
    void aLinkLeadsToANewPasswordOnce() {
        Browser before = signedIn(PASSWORD);
        String token = sentToken();

        assertDone(post(page, "/password/link", Map.of("token", token)));
        assertInvalid(reset(token, "short"), "/password", "password-too-short");
        assertInvalid(post(page, "/password/reset", Map.of("token", token)), "/password", "required");
        assertDone(reset(token, NEW));

        assertProblem(before.get("/session"), 401, "sign-in-required");
        assertProblem(reset(token, PASSWORD), 410, "password-link-unusable");
        assertProblem(post(page, "/password/link", Map.of("token", token)), 410, "password-link-unusable");
        signedIn(NEW);
    }

    @Test
    void whatIsNoTokenIsUnusable() {
        assertProblem(reset("x".repeat(43), NEW), 410, "password-link-unusable");
        assertProblem(reset("", NEW), 410, "password-link-unusable");
        assertProblem(post(page, "/password/reset", Map.of("password", NEW)), 410, "password-link-unusable");
        assertProblem(post(page, "/password/link", Map.of()), 410, "password-link-unusable");
    }

    @Test
    void aMailScannerUsesNothingUp() {
        String token = sentToken();

        for (String path : new String[] {"/password/reset", "/password/link"}) {
            assertThat(page.get(path + "?token=" + token).statusCode()).isEqualTo(405);
        }

        assertDone(reset(token, NEW));
    }

    @Test
    void anotherSiteCanDoNothing() {
        String token = sentToken();
        Browser here = signedIn(PASSWORD).with("Sec-Fetch-Site", "cross-site");
        Browser elsewhere = page.with("Sec-Fetch-Site", "cross-site");

        assertProblem(change(here, PASSWORD, NEW), 403, "cross-site");
        assertProblem(post(elsewhere, "/password/forgot", Map.of("email", ADA)), 403, "cross-site");
        assertProblem(post(elsewhere, "/password/reset", Map.of("token", token, "password", NEW)), 403, "cross-site");
    }

    @Test
    void whereNobodySignsInWithAPasswordNobodyForgetsOne() {
        userdeck.tenants().forbid(TenantId.PUBLIC, SignInMethod.PASSWORD, Actor.system());

        assertProblem(forgot(ADA), 403, "sign-in-method-off");
    }

    @Test
    void withoutMailItSaysSo() {
        stop();
        userdeck = builder().start();
        open();

        assertProblem(forgot(ADA), 409, "password-mail-not-configured");
    }

    private String sentToken() {
        assertDone(forgot(ADA));
        userdeck.runMaintenance();
        return Mailbox.tokenIn(mailbox.last());
    }

    private HttpResponse<String> forgot(String email) {
        return post(page, "/password/forgot", Map.of("email", email));
    }

    private HttpResponse<String> reset(String token, String password) {
        return post(page, "/password/reset", Map.of("token", token, "password", password));
    }

    private static HttpResponse<String> change(Browser browser, String current, String password) {
        return post(browser, "/password/change", Map.of("currentPassword", current, "password", password));
    }

    private Browser signedIn(String password) {
        HttpResponse<String> answer = post(page, "/signin", Map.of("email", ADA, "password", password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return page.withCookieOf(answer);
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> body) {
        return browser.post(path, MAPPER.writeValueAsString(body));
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
