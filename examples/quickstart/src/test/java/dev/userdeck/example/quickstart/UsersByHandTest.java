package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator does to users by hand, in a real browser. */
class UsersByHandTest extends OperatorByHand {
    private static final String PASSWORD = "plum tundra violet 47";
    private static final TenantId STAFF = new TenantId("staff");

    @Test
    void theListIsEmptyUntilSomeoneSignsUp() {
        operator.sees("No users yet");
        operator.looksAround("users-empty");

        Visitor ada = stage.guest();
        ada.open(operator.link("Open the page of Quickstart where people sign up")
                .getAttribute("href"));
        Locator form = ada.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Sign up"));
        form.getByLabel("Name").fill("Ada Lovelace");
        form.getByLabel("Email").fill("ada@example.org");
        form.getByLabel("Password").fill(PASSWORD);
        form.getByRole(AriaRole.BUTTON).click();
        ada.sees("You are signed in as ada@example.org");
        operator.page().reload();

        operator.sees(operator.link("Ada Lovelace"));
    }

    @Test
    void usersOfEachKindAreCreatedAndEveryRefusalIsAtItsField() {
        user("grace@example.org", "Grace Hopper");
        operator.page().reload();
        operator.link("Create user").click();

        inDialog("Create user").click();
        isRefused("Email", "This is needed.");
        field("Email").fill("ada@");
        setThePassword("eleven char");
        inDialog("Create user").click();
        isRefused("Email", "An email needs something before and after the @.");
        isRefused("Password", "11 characters. It needs at least 15.");
        field("Email").fill("GRACE@example.org");
        setThePassword("aaaaaaaaaaaaaaaaaaaa");
        inDialog("Create user").click();
        isRefused("Password", "It repeats itself or runs along the keys.");
        setThePassword(PASSWORD);
        inDialog("Create user").click();
        isRefused("Email", "Another user has this email.");
        assertThat(operator.link("Open Grace Hopper")).isVisible();
        operator.looksAround("user-create-taken");
        field("Email").fill("ada@example.org");
        field("Name").fill("Ada Lovelace");
        inDialog("Create user").click();
        operator.seesHeading("Ada Lovelace");
        operator.sees("Email and password");

        create("Email link");
        field("Email").fill("mary@example.org");
        inDialog("Create user").click();
        operator.seesHeading("mary@example.org");

        create("Phone code");
        field("Phone").fill("020 7946 0123");
        inDialog("Create user").click();
        isRefused("Phone", "Begin the number with + and the country code");
        field("Phone").fill("+44 20 7946 012");
        inDialog("Create user").click();
        isRefused("Phone", "one digit short");
        field("Phone").fill("+44 20 7946 0123");
        inDialog("Create user").click();
        operator.seesHeading("+44 207 946 0123");
        operator.hadNoTroubleBut(
                "401 GET /dashboard/api/session",
                "422 POST /dashboard/api/users",
                "409 POST /dashboard/api/users",
                "422 POST /dashboard/api/users",
                "422 POST /dashboard/api/users");
    }

    @Test
    void aProfileIsEditedAllTogetherOrNotAtAll() {
        user("grace@example.org", "Grace Hopper");
        look(user("ada@example.org", "Ada Lovelace"));

        operator.button("Edit profile").click();
        field("Name").fill("Ada King");
        field("Email").fill("grace@example.org");
        field("Phone").fill("+44 20 7946 0123");
        operator.button("Save profile").click();
        isRefused("Email", "has this email");
        operator.looksAround("user-editing");
        field("Email").fill("ada@lovelace.org");
        operator.button("Save profile").click();
        operator.seesHeading("Ada King");
        operator.sees("+442079460123");
        assertThat(operator.button("Edit profile")).isFocused();

        operator.button("Edit profile").click();
        field("Name").clear();
        field("Phone").clear();
        operator.button("Save profile").click();
        operator.seesHeading("ada@lovelace.org");

        operator.button("Edit profile").click();
        field("Email").clear();
        operator.button("Save profile").click();
        isRefused("Email", "A user needs an email or a phone.");
        operator.button("Cancel").click();
        operator.seesHeading("ada@lovelace.org");
    }

    @Test
    void twoOperatorsWhoEditOneProfileLoseNothing() {
        User ada = user("ada@example.org", "Ada Lovelace");
        Visitor colleague = stage.operatorElsewhere();
        look(ada);

        operator.button("Edit profile").click();
        field("Name").fill("Ada King");
        saves(colleague, ada, "Phone", "+44 20 7946 0123");
        operator.button("Save profile").click();
        operator.sees("You changed this profile elsewhere in the meantime.");
        operator.looksAround("user-conflict");
        operator.button("Keep both changes").click();
        operator.seesHeading("Ada King");
        operator.sees("+442079460123");

        operator.button("Edit profile").click();
        field("Name").fill("Ada B.");
        saves(colleague, ada, "Name", "Ada Byron");
        operator.button("Save profile").click();
        operator.sees("Choose for each field that both changed.");
        operator.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ada Byron"))
                .check();
        operator.button("Keep what is chosen").click();
        operator.seesHeading("Ada Byron");

        operator.button("Edit profile").click();
        field("Name").fill("Mine");
        saves(colleague, ada, "Name", "Theirs");
        operator.button("Save profile").click();
        operator.button("Discard mine").click();
        operator.seesHeading("Theirs");
    }

    @Test
    void aSuspendedUserIsKeptOutUntilActivated() {
        look(user("ada@example.org", "Ada Lovelace"));

        operator.button("Suspend").click();
        inDialog("Suspend").click();
        isRefused("Reason", "This is needed.");
        field("Reason").fill("Asked for a break");
        operator.dialog()
                .getByLabel("Until")
                .fill(LocalDate.now(ZoneId.systemDefault()).minusDays(1).toString());
        inDialog("Suspend").click();
        operator.sees("Choose a day after today.");
        operator.dialog()
                .getByLabel("Until")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(30).toString());
        inDialog("Suspend").click();
        operator.sees("Suspended by Ines Marchetti");
        operator.sees("Reason: Asked for a break");
        assertThat(operator.button("Suspend")).hasCount(0);
        operator.looksAround("user-suspended");

        operator.button("Activate").click();
        operator.sees("Ada Lovelace is active again.");
        operator.sees(operator.button("Suspend"));
    }

    @Test
    void aUserIsAddedToTenantsAndTakenOut() throws Exception {
        User ada = user("ada@example.org", "Ada Lovelace");
        look(ada);
        assertThat(operator.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tenants")))
                .hasCount(0);
        stage.userdeck().tenants().create(STAFF, "Station staff", Actor.system());
        TenantId taken = new TenantId("taken");
        stage.userdeck().tenants().create(taken, "Taken", Actor.system());
        stage.userdeck().users().create(NewUser.withEmail("ada@example.org").tenant(taken), Actor.system());
        operator.open("dashboard/users/new");
        assertThat(operator.dialog().getByLabel("Tenant")).hasValue("public");
        operator.open("dashboard/users/new?tenant=taken");
        assertThat(operator.dialog().getByLabel("Tenant")).hasValue("taken");
        mustChooseWherePublicIsOutOfReach(taken);
        look(ada);

        operator.sees("The last tenant can’t be removed.");
        operator.button("Add to a tenant").click();
        menuItem("Station staff").click();
        operator.sees("Added to Station staff.");
        operator.button("Add to a tenant").click();
        menuItem("Taken").click();
        operator.sees("Someone else in this tenant has the user's email.");
        operator.button("Remove Public").click();
        operator.sees("Removed from Public.");
        operator.sees("The last tenant can’t be removed.");
    }

    private void mustChooseWherePublicIsOutOfReach(TenantId taken) throws Exception {
        Visitor clerk = stage.operator(Operator.of("Vera Lind", Preset.ADMIN).scope(Scope.of(List.of(STAFF, taken))));
        clerk.open("dashboard/users/new");
        clerk.dialog()
                .getByLabel("Email", new Locator.GetByLabelOptions().setExact(true))
                .fill("eve@example.org");
        clerk.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create user"))
                .click();

        clerk.sees("Choose a tenant.");
        assertThat(clerk.dialog().getByLabel("Tenant")).hasValue("");
    }

    @Test
    void methodsAreRemovedUnlinkedAndTwoUsersMadeOne() {
        User ada = user("ada@example.org", "Ada Lovelace");
        user("grace@example.org", "Grace Hopper");
        look(ada);

        operator.button("Link another user").click();
        operator.dialog().getByRole(AriaRole.SEARCHBOX).fill("grace");
        operator.dialog().getByLabel("Grace Hopper").check();
        operator.sees("The page of Grace Hopper goes away");
        operator.sees("Who stays keeps their roles, and gets those of the other one, per tenant.");
        operator.looksAround("user-link");
        inDialog("Link users").click();
        operator.sees("Grace Hopper is now part of Ada Lovelace.");
        methodMenu(1).click();
        menuItem("Unlink").click();
        operator.sees("Unlink Email link (grace@example.org)?");
        inDialog("Unlink").click();
        operator.sees("is a user of its own now.");
        assertThat(operator.page().locator("#methods li")).hasCount(1);
        operator.sees("grace@example.org");
        methodMenu(0).click();
        operator.sees("The last way to sign in can’t be removed.");

        stage.userdeck().users().link(ada.id(), NewLogin.of("sso", "ada-1815"), Actor.system());
        look(ada);
        methodMenu(1).click();
        menuItem("Remove").click();
        operator.sees("Ada Lovelace can still sign in with");
        inDialog("Remove").click();
        operator.sees("removed.");
        assertThat(operator.page().locator("#methods li")).hasCount(1);
    }

    @Test
    void aUserDeletedMeanwhileIsSaidToBeGone() {
        User ada = user("ada@example.org", "Ada Lovelace");
        look(ada);
        operator.button("Edit profile").click();
        field("Name").fill("Ada King");
        stage.userdeck().users().delete(ada.id());

        operator.button("Save profile").click();
        operator.sees("It is not there any more.");
        operator.page().reload();
        operator.sees("This user is not here");
        operator.looksAround("user-gone");
        operator.link("Back to the users").click();
        operator.sees("No users yet");
    }

    @Test
    void aViewerSeesNoControlThatWouldBeRefused() throws Exception {
        stage.userdeck().tenants().create(STAFF, "Station staff", Actor.system());
        User ada = user("ada@example.org", "Ada Lovelace");
        Visitor viewer = stage.viewer();
        viewer.open("dashboard/users/new");
        viewer.sees(viewer.link("Ada Lovelace"));
        assertThat(viewer.dialog()).hasCount(0);
        assertThat(viewer.link("Create user")).hasCount(0);

        viewer.link("Ada Lovelace").click();
        viewer.sees("You can look, not change.");
        viewer.sees("No sessions.");
        assertThat(buttonsOf(viewer)).hasCount(1);
        assertThat(buttonsOf(viewer)).hasAccessibleName("Copy " + ada.id());
        viewer.looksAround("user-readonly");
        stage.userdeck().users().suspend(ada.id(), NewSuspension.of("Asked for a break"), Scope.all(), Actor.system());
        viewer.page().reload();
        viewer.sees("Reason: Asked for a break");
        assertThat(buttonsOf(viewer)).hasCount(1);
        viewer.hadNoTroubleBut();
    }

    @Test
    void theKeyboardIsEnough() {
        User ada = user("ada@example.org", "Ada Lovelace");
        operator.page().reload();
        Locator create = operator.link("Create user");
        tabTo(create);
        press("Enter");
        assertThat(field("Email")).isFocused();
        press("Escape");
        assertThat(operator.dialog()).hasCount(0);
        assertThat(create).isFocused();

        tabTo(operator.link("Ada Lovelace"));
        press("Enter");
        operator.seesHeading("Ada Lovelace");
        tabTo(operator.button("Edit profile"));
        press("Enter");
        assertThat(field("Name")).isFocused();
        press("Control+A");
        operator.page().keyboard().type("Ada King");
        press("Enter");
        operator.seesHeading("Ada King");
        assertThat(operator.button("Edit profile")).isFocused();

        look(ada);
        tabTo(operator.button("Suspend"));
        press("Enter");
        assertThat(field("Reason")).isFocused();
        operator.page().keyboard().type("A break");
        press("Escape");
        operator.sees("Discard what you typed?");
        press("Enter"); // keeps it
        assertThat(field("Reason")).isFocused();
        press("Enter");
        tabTo(operator.button("Activate"));
        press("Enter");
        operator.sees(operator.button("Suspend"));
        assertThat(operator.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isFocused();

        Locator more = operator.button("More actions");
        tabTo(more);
        press("Enter");
        assertThat(menuItems().first()).isFocused();
        press("Escape");
        assertThat(more).isFocused();
        press("Enter");
        assertThat(menuItems().first()).isFocused();
        press("ArrowUp");
        assertThat(menuItem("Delete user")).isFocused();
        press("Enter");
        tabTo(operator.dialog().getByRole(AriaRole.TEXTBOX));
        assertThat(operator.dialog().getByText("All of this goes at once:")).hasCount(0);
        operator.page().keyboard().type("ada@example.org");
        press("Enter");
        operator.sees("Ada King was deleted.");
    }

    private User user(String email, String name) {
        var result = stage.userdeck()
                .users()
                .create(NewUser.withEmail(email).name(name).withoutPassword(), Actor.system());
        return ((CreateUserResult.Created) result).user();
    }

    private void look(User user) {
        operator.open("dashboard/users/" + user.id());
        operator.sees(operator.button("Edit profile"));
    }

    private void create(String kind) {
        operator.open("dashboard/users/new");
        operator.dialog()
                .getByText(kind, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** The first password may be left to the user. */
    private void setThePassword(String password) {
        Locator now = operator.dialog().getByLabel("I set it now");
        if (now.count() > 0) {
            now.check();
        }
        field("Password").fill(password);
    }

    private static void saves(Visitor colleague, User user, String field, String value) {
        colleague.open("dashboard/users/" + user.id());
        colleague.button("Edit profile").click();
        colleague
                .page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field))
                .fill(value);
        colleague.button("Save profile").click();
        colleague.sees("Profile saved.");
    }

    private Locator field(String label) {
        return operator.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .or(operator.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .first();
    }

    private void isRefused(String label, String words) {
        operator.sees(words);
        assertThat(field(label)).hasAttribute("aria-invalid", "true");
        // As the browser reads the pattern: without Java's own quoting.
        String plain = words.replaceAll("[.+()]", "\\\\$0");
        assertThat(field(label)).hasAccessibleDescription(Pattern.compile(plain));
    }

    private Locator inDialog(String button) {
        return operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private Locator menuItem(String name) {
        return operator.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private Locator menuItems() {
        return operator.page().getByRole(AriaRole.MENUITEM);
    }

    private Locator methodMenu(int index) {
        return operator.page().locator("#methods li").nth(index).getByRole(AriaRole.BUTTON);
    }

    private static Locator buttonsOf(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON);
    }

    private void press(String key) {
        operator.page().keyboard().press(key);
    }

    /** Presses Tab until it is there. */
    private void tabTo(Locator target) {
        operator.sees(target);
        for (int i = 0; i < 80; i++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            press("Tab");
        }
        assertThat(target).isFocused();
    }
}
