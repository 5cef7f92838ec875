package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.assertInvalid;
import static dev.userdeck.servlet.HttpAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.contract.AtOnce;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Strangers sign up so often and no more, and only those whom the app takes. */
@ExtendWith(TestDatabase.H2.class)
class SignUpLimitsTest {
    private static final String PASSWORD = "violet kettle on the 9th shelf";

    private final TestClock clock = TestClock.create();
    private final List<SignUpCheck.Form> asked = new ArrayList<>();
    private volatile SignUpCheck check = (request, form) -> Optional.empty();
    private Userdeck userdeck;
    private WebServer server;
    private Browser page;

    @BeforeEach
    void start(TestDatabase database) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .signUpLimits(3, 5)
                .start();
        var auth = AuthServlet.builder(userdeck)
                .signUpCheck((request, form) -> check.refusal(request, form))
                .build();
        server = new WebServer("/").servlet(auth, "/auth/*").start();
        page = new Browser(server.uri().resolve("/auth"));
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void beyondTheLimitKnownAndUnknownAreAnsweredAlike() {
        assertThat(signUp("ada@example.org").statusCode()).isEqualTo(201);
        assertProblem(signUp("ada@example.org"), 409, "email-taken");
        assertInvalid(signUp("nobody"), "/email", "email-invalid");

        HttpResponse<String> known = signUp("ada@example.org");
        HttpResponse<String> unknown = signUp("bob@example.org");

        assertThat(assertProblem(known, 429, "too-many-attempts"))
                .containsEntry("retryAfter", 3600)
                .containsEntry("detail", "Too many attempts. Next one in 60 minutes.");
        assertThat(known.headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(userdeck.users().findByEmail("bob@example.org", TenantId.PUBLIC))
                .isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(signUp("bob@example.org").statusCode()).isEqualTo(201);
    }

    @Test
    void theClientsAddressIsTheOneThatTheContainerSees() {
        for (int i = 0; i < 5; i++) {
            Browser elsewhere = page.with("X-Forwarded-For", "203.0.113." + i);
            assertThat(signUp(elsewhere, "user" + i + "@example.org").statusCode())
                    .isEqualTo(201);
        }

        assertProblem(signUp(page.with("X-Forwarded-For", "203.0.113.77"), "x@example.org"), 429, "too-many-attempts");
    }

    @Test
    void whatOtherSitesSendCountsForNobody() {
        for (int i = 0; i < 5; i++) {
            assertProblem(signUp(page.with("Sec-Fetch-Site", "cross-site"), "ada@example.org"), 403, "cross-site");
        }

        assertThat(signUp("ada@example.org").statusCode()).isEqualTo(201);
    }

    @Test
    void ofTwoAtOnceForTheLastPlaceOneIsTaken() {
        signUp("nobody");
        signUp("nobody");

        assertThat(AtOnce.run(
                        () -> signUp("ada@example.org").statusCode(),
                        () -> signUp("bob@example.org").statusCode()))
                .containsExactlyInAnyOrder(201, 429);
    }

    @Test
    void whomTheAppRefusesIsToldWhyAndCountsForNobody() {
        check = (request, form) -> {
            asked.add(form);
            return "7".equals(form.proof()) && request.getHeader("User-Agent") != null
                    ? Optional.empty()
                    : Optional.of("Please solve the puzzle once more.");
        };
        assertThat(signUp("ada@example.org", ",\"proof\":\"7\",\"name\":\"Ada\"")
                        .statusCode())
                .isEqualTo(201);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> known = signUp("ada@example.org", ",\"proof\":\"8\"");
            assertThat(assertProblem(known, 403, "sign-up-refused").get("detail"))
                    .isEqualTo("Please solve the puzzle once more.");
            assertThat(signUp("bob@example.org").body()).isEqualTo(known.body());
        }

        assertThat(signUp("bob@example.org", ",\"proof\":\"7\"").statusCode()).isEqualTo(201);
        assertThat(asked.get(0)).isEqualTo(new SignUpCheck.Form("ada@example.org", "Ada", "7"));
        assertThat(asked.toString()).doesNotContain("ada");
    }

    @Test
    void aCheckThatFailsLetsNobodyIn() {
        check = (request, form) -> {
            throw new IllegalStateException("secret");
        };

        HttpResponse<String> answer = signUp("ada@example.org");

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .isEmpty();
    }

    private HttpResponse<String> signUp(String email) {
        return signUp(email, "");
    }

    private HttpResponse<String> signUp(Browser browser, String email) {
        return browser.post("/signup", form(email, ""));
    }

    private HttpResponse<String> signUp(String email, String more) {
        return page.post("/signup", form(email, more));
    }

    private static String form(String email, String more) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"" + more + "}";
    }
}
