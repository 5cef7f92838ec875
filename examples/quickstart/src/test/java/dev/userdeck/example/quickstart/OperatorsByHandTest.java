package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.TenantId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A team at its dashboard, by keyboard. */
class OperatorsByHandTest extends OperatorByHand {
    private static final String PASSWORD = "nine green lamps of tundra";

    @Test
    void aColleagueIsInvitedChangedAndKeptOut() {
        stage.userdeck().tenants().create(new TenantId("staff"), "Station staff", Actor.system());
        operator.open("dashboard/");
        operator.link("Operators").press("Enter");
        operator.seesHeading("Operators");
        operator.sees("1 operator");
        operator.looksAround("operators with one");

        Visitor tom = invite("tom@example.org");
        tom.seesHeading("Users");
        tom.sees(tom.link("Create user").first());
        operator.link("tom@example.org").press("Enter");
        operator.sees(preview("Tom Wrona"));
        operator.sees(
                preview("Tom Wrona").getByText(Pattern.compile("on Linux")).first());
        operator.looksAround("an operator");

        operator.button("Change access").press("Enter");
        operator.sees(operator.dialog());
        operator.dialog().getByLabel("Preset").selectOption("viewer");
        operator.dialog().getByLabel("Some").press("Space");
        operator.dialog().getByLabel("Station staff").press("Space");
        operator.looksAround("the access of an operator");
        submit("Change access");
        operator.sees("The access of Tom Wrona is changed.");
        operator.sees(preview("Tom Wrona").getByText("Viewer"));
        tom.page().reload();
        tom.sees("Viewer");
        PlaywrightAssertions.assertThat(tom.link("Create user")).hasCount(0);

        preview("Tom Wrona")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^End the session")))
                .press("Enter");
        operator.sees("Session ended.");
        operator.sees(preview("Tom Wrona").getByText("No sessions."));
        focusIsSomewhere();
        tom.link("Tenants").press("Enter");
        tom.sees("Your session has ended");
        signInAgain(tom);
        PlaywrightAssertions.assertThat(tom.dialog()).hasCount(0);
        tom.seesHeading("Tenants");

        choose("Disable");
        operator.sees("Disable Tom Wrona?");
        operator.sees("1 session ends now.");
        operator.looksAround("disabling an operator");
        submit("Disable");
        operator.sees("Tom Wrona is disabled.");
        operator.sees(operator.button("Enable"));
        focusIsSomewhere();
        tom.link("Audit log").press("Enter");
        tom.sees("Your session has ended");
        signInAgain(tom);
        tom.sees("Email or password is wrong, or the account is disabled.");

        choose("Delete");
        operator.sees("Delete Tom Wrona?");
        submit("Delete");
        operator.sees("Tom Wrona was deleted.");
        PlaywrightAssertions.assertThat(operator.link("Tom Wrona")).hasCount(0);
        focusIsSomewhere();
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void theLastOwnerIsOfferedNothingThatWouldBeRefused() {
        operator.open("dashboard/operators");
        operator.link("Ines Marchetti (you)").press("Enter");
        operator.sees("The last owner can’t be lowered, disabled or deleted.");
        PlaywrightAssertions.assertThat(operator.button("Change access")).hasCount(0);
        PlaywrightAssertions.assertThat(operator.button("More actions")).hasCount(0);
        operator.looksAround("the last owner");
        operator.link("End sessions on your account page").press("Enter");
        operator.seesHeading("My account");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void oneLooksAfterTheOwnAccount() {
        Visitor elsewhere = stage.operatorElsewhere();
        operator.link("Ines Marchetti Owner").press("Enter");
        operator.seesHeading("My account");
        operator.sees("This session");
        operator.looksAround("the own account");

        operator.button("Change name").press("Enter");
        operator.dialog().getByLabel("Name").fill("Ines M.");
        submit("Save name");
        operator.sees("You are called Ines M. now.");
        operator.sees(operator.link("Ines M. Owner"));

        operator.button("Change password").press("Enter");
        operator.dialog().getByLabel("Password now").fill("not hers at all, is it");
        operator.dialog().getByLabel("New password").fill(PASSWORD);
        operator.dialog().getByLabel("The same again").fill(PASSWORD);
        submit("Change password");
        operator.sees("This is not your password.");
        operator.looksAround("another password of one's own");
        operator.dialog().getByLabel("Password now").fill(Stage.PASSWORD);
        submit("Change password");
        operator.sees("Your password is changed. 1 other session ended.");
        focusIsSomewhere();
        elsewhere.link("Tenants").press("Enter");
        elsewhere.sees("Your session has ended");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session", "422 PUT /dashboard/api/profile/password");
    }

    @Test
    void aPresetOfOnesOwnIsMadeChangedAndDeleted() {
        operator.open("dashboard/operators");
        operator.link("Presets").press("Enter");
        operator.seesHeading("Presets");
        operator.link("Support").press("Enter");
        operator.sees(preview("Support").getByText("Create users"));
        operator.looksAround("presets with a preview");

        operator.button("Create preset").press("Enter");
        PlaywrightAssertions.assertThat(operator.dialog().getByLabel("Name")).isFocused();
        page.keyboard().type("Auditor");
        page.keyboard().press("Enter");
        operator.sees("Choose at least one permission.");
        operator.dialog().getByLabel("audit:read").press("Space");
        operator.dialog().getByLabel("users:read").press("Space");
        operator.looksAround("a new preset");
        submit("Create preset");
        operator.sees("The preset Auditor is made.");
        operator.sees(preview("Auditor"));
        focusIsSomewhere();

        operator.button("Edit").press("Enter");
        operator.dialog().getByLabel("users:read").press("Space");
        submit("Save preset");
        operator.sees("The preset Auditor is changed.");
        PlaywrightAssertions.assertThat(preview("Auditor").getByText("users:read"))
                .hasCount(0);
        operator.button("Delete").press("Enter");
        submit("Delete");
        operator.sees("Auditor was deleted.");
        PlaywrightAssertions.assertThat(operator.link("Auditor")).hasCount(0);
        focusIsSomewhere();
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void whereTheHostDecidesThereAreNoAccounts() throws Exception {
        Visitor vera = stage.operator(Operator.of("Vera Lind", Preset.OWNER));
        vera.open("dashboard/operators");

        vera.seesHeading("Operators");
        vera.sees("There are no accounts here.");
        vera.sees(vera.link("Ines Marchetti"));
        PlaywrightAssertions.assertThat(vera.button("Invite operator")).hasCount(0);
        vera.looksAround("operators of the host");
        vera.hadNoTroubleBut();
    }

    /** Invites somebody, who accepts in another browser. */
    private Visitor invite(String email) {
        operator.button("Invite operator").press("Enter");
        PlaywrightAssertions.assertThat(operator.dialog().getByLabel("Email")).isFocused();
        page.keyboard().type(email);
        page.keyboard().press("Enter");
        operator.sees("Choose what this operator may do.");
        PlaywrightAssertions.assertThat(operator.dialog().getByLabel("Preset")).isFocused();
        operator.dialog().getByLabel("Preset").selectOption("support");
        operator.looksAround("inviting an operator");
        submit("Invite");
        operator.sees(email + " is invited");
        operator.sees("The mail to " + email + " waits to be sent.");
        assertThat(operator.dialog().getByLabel("Link to hand over").count()).isZero();
        operator.looksAround("an invitation by mail");
        submit("Done");
        PlaywrightAssertions.assertThat(operator.button("Invite operator")).isFocused();
        operator.sees("2 operators");
        assertThat(page.content()).doesNotContain("invite#");

        String link = stage.mailServer().link(email);
        assertThat(link).startsWith(stage.url() + "dashboard/invite#");
        Visitor guest = stage.guest();
        guest.open(link);
        guest.page().getByLabel("Your name").fill("Tom Wrona");
        guest.page().getByLabel("Password", exactly()).fill(PASSWORD);
        guest.page().keyboard().press("Enter");
        guest.sees("Your account is ready. Sign in with it.");
        guest.page().getByLabel("Password", exactly()).fill(PASSWORD);
        guest.page().keyboard().press("Enter");
        return guest;
    }

    private static void signInAgain(Visitor visitor) {
        visitor.dialog()
                .getByLabel("Password", new Locator.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        visitor.page().keyboard().press("Enter");
    }

    /** By the menu. */
    private void choose(String action) {
        operator.button("More actions").press("Enter");
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(action).setExact(true))
                .press("Enter");
    }

    private void submit(String button) {
        operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    private Locator preview(String name) {
        return page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName(name));
    }

    private void focusIsSomewhere() {
        assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(false);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
