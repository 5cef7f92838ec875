package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.UserImport;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened, in the browser: the audit log, a user's timeline, and a user's many sessions. */
class AuditByHandTest extends OperatorByHand {
    private static final String CHANGED =
            "Otto Lilienthal changed the email from ada@example.org to countess@example.org";
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
        operator.sees(operator.link(CHANGED));
        operator.looksAround("the audit log");
        assertThat(operator.apiCalls())
                .filteredOn(call -> call.contains("audit"))
                .containsExactly("GET audit");

        operator.button("Action: Any action").click();
        operator.page().keyboard().type("refused");
        operator.page().keyboard().press("ArrowDown");
        operator.sees(operator.page().getByRole(AriaRole.RADIO, option("Operator’s sign-in refused")));
        operator.page().keyboard().press("Enter");
        operator.sees(operator.link("Sign-in refused").first());
        PlaywrightAssertions.assertThat(operator.link(CHANGED)).hasCount(0);
        assertThat(operator.page().url()).endsWith("audit?action=user.sign-in-failed");
        PlaywrightAssertions.assertThat(operator.button("Action: Sign-in refused"))
                .isFocused();
        operator.page().reload();
        operator.sees(operator.link("Sign-in refused").first());
        operator.page().goBack();
        operator.link(CHANGED).click();
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
        operator.sees(operator.button("Done by: By Otto Lilienthal"));
        PlaywrightAssertions.assertThat(operator.page().getByRole(AriaRole.ROW)).hasCount(2);
        operator.looksAround("the audit log of one operator");
        operator.button("Remove the filter “By Otto Lilienthal”").click();
        PlaywrightAssertions.assertThat(operator.button("Done by: Done by anyone"))
                .isFocused();
        operator.sees(operator.link("Signed up"));
        operator.link("Ada Lovelace").first().click();
        operator.seesHeading("Ada Lovelace");
        operator.link("All in audit log").click();
        operator.sees(operator.button("On whom: On Ada Lovelace"));
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void whatAnOperatorWasRefusedIsToldInWords() throws Exception {
        Visitor viewer = stage.viewer();
        viewer.open("dashboard/users/" + ada);
        viewer.page().evaluate("id => fetch('api/users/' + id, { method: 'DELETE' })", ada.value());

        operator.open("dashboard/audit?action=operator.refused");

        operator.sees(operator.link("Refused to Vera Lind: DELETE /users/{userId} needs users:delete"));
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
        operator.sees(operator.link(CHANGED));

        operator.link(CHANGED).focus();
        operator.page().keyboard().press("Enter");
        operator.sees(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")));
        PlaywrightAssertions.assertThat(operator.link(CHANGED)).isFocused();
        PlaywrightAssertions.assertThat(operator.link(CHANGED)).hasAttribute("aria-expanded", "true");
        operator.page().keyboard().press("Enter");
        PlaywrightAssertions.assertThat(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")))
                .hasCount(0);
        PlaywrightAssertions.assertThat(operator.link(CHANGED)).isFocused();
    }

    @Test
    void theTimelineTellsTheNewestFirst() {
        operator.open("dashboard/users/" + ada);

        Locator timeline = operator.page().getByRole(AriaRole.REGION, region("Timeline"));
        operator.sees(timeline.getByText("Today"));
        PlaywrightAssertions.assertThat(timeline.getByRole(AriaRole.LISTITEM)).hasText(new Pattern[] {
            Pattern.compile(CHANGED + ".*"),
            Pattern.compile("Sign-in refused.*2 times since.*198\\.51\\.100\\.27"),
            Pattern.compile("Signed up.*Firefox 133 on Windows")
        });
        operator.looksAround("a user with a timeline");
        assertThat(operator.apiCalls())
                .filteredOn(call -> call.startsWith("GET users/" + ada))
                .containsExactly("GET users/" + ada);
        timeline.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(CHANGED))
                .click();
        operator.seesHeading("Audit log");
        operator.sees(operator.page().getByRole(AriaRole.CELL, cell("countess@example.org")));
        operator.page().goBack();
        operator.seesHeading("Ada Lovelace");
    }

    @Test
    void aPersonIsChosenAndTheFileHasJustWhatTheFiltersLeave() throws Exception {
        operator.open("dashboard/audit");
        operator.button("On whom: On anyone").click();
        operator.page().keyboard().type("lovelace");
        operator.sees(operator.page().getByRole(AriaRole.RADIO, option("Ada Lovelace countess@example.org")));
        operator.page().keyboard().press("Enter");
        operator.sees(operator.button("On whom: On Ada Lovelace"));
        operator.sees(operator.link(CHANGED));
        operator.button("Done by: Done by anyone").click();
        operator.page().keyboard().type("otto");
        operator.page().keyboard().press("Enter");
        operator.sees(operator.button("Done by: By Otto Lilienthal"));
        PlaywrightAssertions.assertThat(operator.page().getByRole(AriaRole.ROW)).hasCount(2);
        operator.looksAround("the audit log of a person by an operator");

        Download file = operator.page()
                .waitForDownload(
                        () -> operator.button("Export these events as CSV").click());

        assertThat(file.suggestedFilename()).isEqualTo("audit.csv");
        assertThat(Files.readString(file.path()).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("user.updated", "Otto Lilienthal", ada.value());
    }

    @Test
    void aTimelineTellsEachThingInASentenceAndIsFilteredByKind() throws Exception {
        var userdeck = stage.userdeck();
        Actor otto = Actor.operator("otto", "Otto Lilienthal");
        String file = "{\"email\":\"grace@example.org\",\"joinedAt\":\"2020-03-14\",\"name\":\"Grace\"}";
        userdeck.data()
                .importUsers(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        UserImport.of(DataFormat.JSON_LINES).name("crm-2026"),
                        ImportListener.none(),
                        otto);
        UserId grace = userdeck.users()
                .findByEmail("grace@example.org", TenantId.PUBLIC)
                .orElseThrow()
                .id();
        var roles = userdeck.recipe(UserRoles.class);
        for (String role : List.of("alpha", "beta")) {
            roles.create(role, "", Set.of(), otto);
            roles.assign(grace, TenantId.PUBLIC, Set.of(role), otto);
        }
        userdeck.recipe(UserMetadata.class).merge(grace, "{\"tier\":\"gold\"}", otto);
        userdeck.recipe(UserMetadata.class).merge(grace, "{\"loyalty\":{\"tier\":\"silver\"}}", otto);
        userdeck.recipe(EmailVerification.class).send(grace, otto);
        userdeck.recipe(EmailVerification.class).markVerified(grace, otto);
        userdeck.users().suspend(grace, NewSuspension.of("Owes money"), Scope.all(), otto);
        userdeck.users().signIn("countess@example.org", PASSWORD);
        userdeck.sessions().create(ada, SessionOrigin.of("password"));

        operator.open("dashboard/users/" + grace);
        Locator timeline = operator.page().getByRole(AriaRole.REGION, region("Timeline"));
        PlaywrightAssertions.assertThat(timeline.locator("li a")).hasText(new String[] {
            "Suspended by Otto Lilienthal: Owes money",
            "Otto Lilienthal marked grace@example.org as verified",
            "Otto Lilienthal sent a verification mail to grace@example.org",
            "Otto Lilienthal set loyalty.tier to silver in the metadata",
            "Otto Lilienthal set tier to gold in the metadata",
            "Otto Lilienthal assigned the role beta",
            "Otto Lilienthal assigned the role alpha",
            "Imported by Otto Lilienthal from crm-2026"
        });
        operator.sees(timeline.getByText("Joined 14 Mar 2020"));
        operator.looksAround("the timeline of an imported user");
        timeline.getByLabel("Kind").selectOption("Roles");
        PlaywrightAssertions.assertThat(timeline.getByRole(AriaRole.LISTITEM)).hasCount(2);

        operator.open("dashboard/users/" + ada);
        operator.sees(timeline.getByText("Signed in with password"));
        PlaywrightAssertions.assertThat(timeline.getByText("Session started")).hasCount(0);
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

    private static Page.GetByRoleOptions option(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions cell(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions region(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
