package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import dev.userdeck.user.User;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords by hand: set by an operator, changed by their user, forgotten, chosen by a link in a real mail; and sessions. */
class PasswordsByHandTest {
    private static final String EMAIL = "ada@example.org";
    private static final String FIRST = "plum tundra violet 47";
    private static final String SECOND = "seven lamps over the harbour";

    @TempDir
    private Path data;

    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        stage = Stage.open(data);
    }

    @AfterEach
    void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void anOperatorSetsAPasswordByKeyboardAloneAndTheUserIsSignedOut() {
        User ada = signedUp();
        Visitor user = signedIn(FIRST);
        Visitor operator = stage.operator();
        operator.open("dashboard/users/" + ada.id());
        operator.seesHeading("Sessions");

        Locator more = operator.button("More actions");
        more.focus();
        more.press("Enter");
        Locator item =
                operator.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Set password"));
        assertThat(item).isFocused();
        item.press("Enter");
        Locator first = field(operator, "New password");
        assertThat(first).isFocused();
        operator.looksAround("set a password");

        // one after the other: another one below, too short, a common one
        typeBoth(operator, "short", "shorter");
        operator.sees("The two are not the same.");
        operator.looksAround("set a password refused");
        field(operator, "The same again").fill("short");
        operator.page().keyboard().press("Enter");
        operator.sees("5 characters. It needs at least 15.");
        assertThat(first).isFocused();
        typeBoth(operator, "passwordpassword", "passwordpassword");
        operator.page().keyboard().press("Enter");
        operator.sees("This password is on lists of leaked ones.");
        assertThat(operator.dialog().getByText("End all sessions (1)")).isVisible();
        typeBoth(operator, SECOND, SECOND);
        operator.page().keyboard().press("Enter");
        operator.sees("1 session ended.");
        assertThat(operator.dialog()).isHidden();

        user.page().reload();
        user.sees(user.button("Sign in"));
        assertSignsIn(SECOND);
        operator.hadNoTroubleBut(
                "401 GET /dashboard/api/session", "422 PUT /dashboard/api/users/" + ada.id() + "/password");
    }

    @Test
    void aResetLinkLeadsFromTheOperatorThroughTheMailboxToANewPassword() {
        User ada = signedUp();
        Visitor before = signedIn(FIRST);
        Visitor operator = stage.operator();
        operator.open("dashboard/users/" + ada.id());
        operator.button("Send reset link").click();
        operator.sees("The reset link to " + EMAIL + " waits to be sent.");
        operator.looksAround("a reset link was sent");

        String link = stage.mailServer().link(EMAIL);
        Visitor user = stage.guest();
        user.open(link);
        Locator password = field(user.page(), "New password");
        user.looksAround("the app's page to choose a password");
        assertThat(user.page().url()).doesNotContain("token");
        password.fill("short");
        password.press("Enter");
        user.sees("5 characters. It needs at least 15.");
        password.fill(SECOND);
        password.press("Enter");
        user.sees("Your password is set.");
        user.looksAround("the app's page after a password was chosen");

        before.page().reload();
        before.sees(before.button("Sign in"));
        user.link("Sign in").click();
        signIn(user, SECOND);
        user.sees("You are signed in as " + EMAIL);

        Visitor late = stage.guest();
        late.open(link);
        late.sees("This link doesn't work any more.");
        late.looksAround("the app's page for a link that was used");
        assertThat(field(late.page(), "New password")).isDisabled();
        late.hadNoTroubleBut("410 POST /auth/password/link");
        user.hadNoTroubleBut("422 POST /auth/password/reset");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void whoForgotIsSentALinkAndAStrangerGetsTheSameAnswer() {
        signedUp();
        Visitor user = stage.guest();
        user.open("");
        user.link("Forgot your password?").click();
        user.looksAround("the app's page for who forgot");

        for (String email : new String[] {"nobody@example.org", EMAIL}) {
            user.page().getByLabel("Email").fill(email);
            user.button("Send link").click();
            user.sees("If there is an account with this address, it gets a mail with a link.");
            assertThat(user.page().getByLabel("Email")).hasCount(0);
            user.looksAround("the app's page after a link was asked for");
            user.link("Ask again").click();
        }
        user.open(stage.mailServer().link(EMAIL));
        field(user.page(), "New password").fill(SECOND);
        user.button("Set password").click();
        user.sees("Your password is set.");

        assertSignsIn(SECOND);
        org.assertj.core.api.Assertions.assertThat(stage.mailServer().count("nobody@example.org"))
                .isZero();
        user.hadNoTroubleBut();
    }

    @Test
    void aUserEndsSessionsAndChangesThePasswordWhichSignsOutElsewhere() {
        signedUp();
        Visitor here = signedIn(FIRST);
        endsSessionsOf(here);
        Visitor elsewhere = signedIn(FIRST);
        Locator current = here.page().getByLabel("Current password");
        Locator password = field(here.page(), "New password");

        current.fill("not this one");
        password.fill(SECOND);
        password.press("Enter");
        here.sees("This is not your current password.");
        here.looksAround("a refused change of the password");
        current.fill(FIRST);
        here.button("Change password").click();
        here.sees("Your password is changed.");
        assertThat(current).hasCount(0);
        here.looksAround("the app's page after the password was changed");

        here.page().reload();
        here.sees("You are signed in as " + EMAIL);
        elsewhere.page().reload();
        elsewhere.sees(elsewhere.button("Sign in"));
        assertSignsIn(SECOND);
        here.hadNoTroubleBut("422 POST /auth/password/change");
    }

    @Test
    void anInvitedUserChoosesTheFirstPassword() {
        Visitor operator = stage.operator();
        operator.open("dashboard/users/new");
        operator.dialog()
                .getByLabel("Email", new Locator.GetByLabelOptions().setExact(true))
                .fill(EMAIL);
        operator.sees("It works once, for 7 days.");
        operator.looksAround("the invitation of a new user");
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create user"))
                .click();
        operator.sees("Created. The invitation waits to be sent.");
        operator.sees("Invited");

        Visitor user = stage.guest();
        user.open(stage.mailServer().link(EMAIL));
        field(user.page(), "New password").fill(FIRST);
        user.button("Set password").click();
        user.sees("Your password is set.");
        user.link("Sign in").click();
        signIn(user, FIRST);
        user.sees("You are signed in as " + EMAIL);

        operator.page().reload();
        operator.sees("Active");
        user.hadNoTroubleBut();
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    /** The newest one by keyboard, then all others. */
    private void endsSessionsOf(Visitor here) {
        Visitor phone = signedIn(FIRST);
        Visitor library = signedIn(FIRST);
        here.page().reload();
        Locator sessions = here.page().getByRole(AriaRole.LISTITEM);
        assertThat(sessions).hasCount(3);
        assertThat(sessions.nth(2)).containsText("(this one)");
        assertThat(sessions.first()).containsText("on Linux");
        here.looksAround("where a user is signed in");

        Locator end = here.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End the session of"))
                .first();
        end.focus();
        end.press("Enter");
        here.sees("has ended.");
        assertThat(sessions).hasCount(2);
        assertThat(here.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Where you are")))
                .isFocused();
        library.page().reload();
        library.sees(library.button("Sign in"));
        here.button("Sign out everywhere else").click();
        here.sees("1 session ended.");
        assertThat(here.button("Sign out everywhere else")).isHidden();
        phone.page().reload();
        phone.sees(phone.button("Sign in"));
    }

    private User signedUp() {
        stage.userdeck()
                .users()
                .signUp(NewUser.withEmail(EMAIL).password(FIRST).name("Ada Lovelace"), Actor.anonymous());
        return stage.userdeck().users().findByEmail(EMAIL, TenantId.PUBLIC).orElseThrow();
    }

    private Visitor signedIn(String password) {
        Visitor user = stage.guest();
        user.open("");
        signIn(user, password);
        user.sees("You are signed in as " + EMAIL);
        return user;
    }

    private static void signIn(Visitor user, String password) {
        Locator form = user.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Sign in"));
        form.getByLabel("Email").fill(EMAIL);
        form.getByLabel("Password").fill(password);
        form.getByLabel("Password").press("Enter");
    }

    private void assertSignsIn(String password) {
        org.assertj.core.api.Assertions.assertThat(stage.userdeck().users().signIn(EMAIL, password))
                .isInstanceOf(SignInResult.SignedIn.class);
    }

    private static void typeBoth(Visitor operator, String one, String other) {
        Locator first = field(operator, "New password");
        first.focus();
        first.fill(one);
        Locator again = field(operator, "The same again");
        again.focus();
        again.fill(other);
        again.press("Shift+Tab"); // leaves it
        again.focus();
    }

    /** Not the form, whose name may hold the label too. */
    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator field(Visitor operator, String label) {
        return operator.dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
