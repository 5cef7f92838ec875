package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened, in the browser: the audit log, a user's timeline, and a user's many sessions. */
class AuditByHandTest extends OperatorByHand {
    private static final String PASSWORD = "a long walk by the river";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

    private UserId ada;

    @BeforeEach
    void prepare() {
        var users = stage.userdeck().users();
        ada = ((CreateUserResult.Created) users.signUp(
                        NewUser.withEmail("ada@example.org")
                                .name("Ada Lovelace")
                                .password(PASSWORD),
                        Actor.anonymous().ip("81.2.69.144").userAgent(FIREFOX)))
                .user()
                .id();
        users.signIn(
                "ada@example.org", "wrong", TenantId.PUBLIC, Actor.anonymous().ip("198.51.100.27"));
        users.signIn(
                "ada@example.org", "wrong", TenantId.PUBLIC, Actor.anonymous().ip("198.51.100.27"));
        users.update(
                ada,
                UserChange.unconditional().email("countess@example.org"),
                Scope.all(),
                Actor.operator("otto", "Otto Lilienthal").ip("192.0.2.8").userAgent(FIREFOX));
    }

    @Test
    void anEventIsFoundOpenedAndFollowed() {
        operator.link("Audit log").click();
        operator.seesHeading("Audit log");
        operator.sees("Kept for ever");
        operator.sees(operator.link("Profile changed"));
        operator.looksAround("the audit log");
        assertThat(operator.apiCalls())
                .filteredOn(call -> call.contains("audit"))
                .containsExactly("GET audit");

        operator.page().getByLabel("Action").selectOption("user.sign-in-failed");
        operator.sees(operator.link("Sign-in refused").first());
        PlaywrightAssertions.assertThat(operator.link("Profile changed")).hasCount(0);
        assertThat(operator.page().url()).endsWith("audit?action=user.sign-in-failed");
        operator.page().reload();
        operator.sees(operator.link("Sign-in refused").first());
        operator.page().goBack();
        operator.link("Profile changed").click();
        operator.sees(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")));
        operator.sees("user.updated");
        operator.sees("Firefox 133 on Windows, 192.0.2.8");
        operator.looksAround("an event that is open");
        assertThat(operator.apiCalls())
                .filteredOn(call -> call.matches("GET audit/.*"))
                .isEmpty();

        operator.page().reload();
        operator.sees("user.updated");
        operator.link("All by Otto Lilienthal").click();
        operator.sees("By Otto Lilienthal");
        PlaywrightAssertions.assertThat(operator.page().getByRole(AriaRole.ROW)).hasCount(2);
        operator.looksAround("the audit log of one operator");
        operator.button("Remove the filter “By Otto Lilienthal”").click();
        operator.sees(operator.link("Signed up"));
        operator.link("Ada Lovelace").first().click();
        operator.seesHeading("Ada Lovelace");
        operator.link("All in audit log").click();
        operator.sees("On Ada Lovelace");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void whatAnOperatorWasRefusedIsToldInWords() throws Exception {
        Visitor viewer = stage.viewer();
        viewer.open("dashboard/users/" + ada);
        viewer.page().evaluate("id => fetch('api/users/' + id, { method: 'DELETE' })", ada.value());

        operator.open("dashboard/audit?action=operator.refused");

        operator.sees(operator.link("Refused to an operator"));
        operator.sees("Without the permission, users:delete, DELETE /users/{userId}");
        operator.sees("Vera Lind");
        operator.looksAround("what an operator was refused");
    }

    @Test
    void filtersThatNothingFitsAreClearedAtOnce() {
        operator.open("dashboard/audit?days=7&action=tenant.deleted");
        operator.sees("No such events");
        operator.looksAround("the audit log without a match");
        operator.button("Clear all filters").click();
        operator.sees(operator.link("Signed up"));

        operator.page().getByLabel("Time").selectOption("dates");
        operator.page().getByLabel("First day").fill("2020-01-01");
        operator.page().getByLabel("Last day").fill("2020-01-02");
        operator.page().keyboard().press("Tab");
        operator.sees("No such events");
        operator.looksAround("the audit log between two days");
        operator.open("dashboard/audit/019a0000-0000-7000-8000-000000000000");
        operator.sees("This event is not there, or no longer kept.");
        operator.button("Dismiss").click();
        operator.sees(operator.link("Signed up"));
        operator.open("dashboard/audit?cursor=nonsense");
        operator.sees(operator.link("Signed up"));
    }

    @Test
    void byKeyboardAnEventOpensAndCloses() {
        operator.open("dashboard/audit");
        operator.sees(operator.link("Profile changed"));

        operator.link("Profile changed").focus();
        operator.page().keyboard().press("Enter");
        operator.sees(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")));
        PlaywrightAssertions.assertThat(operator.link("Profile changed")).isFocused();
        PlaywrightAssertions.assertThat(operator.link("Profile changed")).hasAttribute("aria-expanded", "true");
        operator.page().keyboard().press("Enter");
        PlaywrightAssertions.assertThat(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")))
                .hasCount(0);
        PlaywrightAssertions.assertThat(operator.link("Profile changed")).isFocused();
    }

    @Test
    void theTimelineTellsTheNewestFirst() {
        operator.open("dashboard/users/" + ada);

        Locator timeline = operator.page().getByRole(AriaRole.REGION, region("Timeline"));
        operator.sees(timeline.getByText("Today"));
        PlaywrightAssertions.assertThat(timeline.getByRole(AriaRole.LISTITEM)).hasText(new Pattern[] {
            Pattern.compile("Profile changed: email.*Otto Lilienthal"),
            Pattern.compile("Sign-in refused, 2 times.*198\\.51\\.100\\.27"),
            Pattern.compile("Signed up.*Firefox 133 on Windows")
        });
        operator.looksAround("a user with a timeline");
        assertThat(operator.apiCalls())
                .filteredOn(call -> call.startsWith("GET users/" + ada))
                .containsExactly("GET users/" + ada);
        timeline.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Profile changed")))
                .click();
        operator.seesHeading("Audit log");
        operator.sees(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")));
        operator.page().goBack();
        operator.seesHeading("Ada Lovelace");
    }

    @Test
    void manySessionsAreSeenPageByPage() {
        var sessions = stage.userdeck().sessions();
        for (int i = 1; i <= 45; i++) {
            var origin = SessionOrigin.of("password")
                    .client("192.0.2." + i, FIREFOX)
                    .hostData(i == 45 ? "{\"till\": 4}" : i == 44 ? "long ".repeat(200) : null);
            assertThat(sessions.create(ada, origin)).isPresent();
        }
        operator.open("dashboard/users/" + ada);

        Locator panel = operator.page().getByRole(AriaRole.REGION, region("Sessions"));
        operator.sees(panel.getByText("192.0.2.45"));
        operator.sees(panel.getByText("{\"till\": 4}"));
        operator.looksAround("a user with many sessions");
        PlaywrightAssertions.assertThat(panel.getByRole(AriaRole.ROW)).hasCount(21);
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Older"))
                .click();
        operator.sees(panel.getByText("192.0.2.25", new Locator.GetByTextOptions().setExact(true)));
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Older"))
                .click();
        PlaywrightAssertions.assertThat(panel.getByRole(AriaRole.ROW)).hasCount(6);
        panel.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("End the session of Firefox 133 on Windows"))
                .first()
                .click();
        PlaywrightAssertions.assertThat(panel.getByRole(AriaRole.ROW)).hasCount(5);
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Newer"))
                .click();
        operator.sees(panel.getByText("192.0.2.25", new Locator.GetByTextOptions().setExact(true)));
        operator.button("End all").click();
        operator.button("End all sessions").click();
        operator.sees("44 sessions ended.");
        operator.sees(panel.getByText("No sessions."));
    }

    private static Page.GetByRoleOptions cell(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions region(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
