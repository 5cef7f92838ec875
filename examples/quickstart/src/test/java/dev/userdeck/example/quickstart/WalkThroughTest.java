package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in a real browser: from signing up in the app's page to being deleted in the dashboard. */
class WalkThroughTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "plum tundra violet 47";

    @TempDir
    private Path data;

    private WalkPlace place;
    private Visitor ada;
    private Visitor operator;

    @BeforeEach
    void start() throws Exception {
        place = WalkPlace.open(data);
        ada = place.guest();
        operator = place.guest();
    }

    @AfterEach
    void stop() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void anOperatorLooksAfterAUserFromSignUpToDeletion() {
        adaSignsUp();
        theOperatorEnters();
        String userPage = theOperatorFindsAda();
        theOperatorMakesARole();
        theOperatorGivesAdaTheRole(userPage);
        theOperatorWritesMetadata();
        theOperatorEndsAdasSession();
        theOperatorDeletesAda();
        adaIsGone(userPage);
        place.leave(operator);

        ada.hadNoTroubleBut("401 POST /auth/signin");
        String[] refusals = place.refusalsOfOperator();
        String[] andTheUserWhoIsGone = Arrays.copyOf(refusals, refusals.length + 1);
        andTheUserWhoIsGone[refusals.length] = "404 GET "
                + place.url()
                        .resolve(userPage.replace("/users/", "/api/users/"))
                        .getPath();
        operator.hadNoTroubleBut(andTheUserWhoIsGone);
    }

    @Test
    void whatIsRefusedAtSignUpIsSaidAtItsField() {
        ada.open("");

        signUp("eleven char");

        Locator password = form("Sign up").getByLabel("Password");
        ada.sees("11 characters. It needs at least 15.");
        assertThat(password.getAttribute("aria-invalid")).isEqualTo("true");
        ada.looksAround("a refused sign-up");
        ada.hadNoTroubleBut("422 POST /auth/signup");
    }

    @Test
    void aTakenEmailIsSaidAtItsField() {
        ada.open("");
        signUp(PASSWORD);
        ada.button("Sign out").click();
        ada.sees(form("Sign up"));

        signUp(PASSWORD);

        ada.sees("This email has an account already");
        assertThat(form("Sign up").getByLabel("Email").getAttribute("aria-invalid"))
                .isEqualTo("true");
        ada.hadNoTroubleBut("409 POST /auth/signup");
    }

    private void adaSignsUp() {
        ada.open("");
        for (int width : new int[] {360, 1280}) {
            ada.page().setViewportSize(width, 800);
            assertThat(form("Sign in").getByRole(AriaRole.BUTTON).boundingBox().y)
                    .as("where the button to sign in is in a window of %d × 800".formatted(width))
                    .isLessThan(760);
        }
        ada.looksAround("the app's door");
        signUp(PASSWORD);
        ada.sees("You are signed in as " + EMAIL);
        ada.sees("none yet");
        ada.looksAround("the app's greeting");
    }

    private void theOperatorEnters() {
        place.enter(operator);
        operator.sees(operator.link("Ada Lovelace"));
    }

    private String theOperatorFindsAda() {
        operator.apiCalls();
        operator.open("dashboard/");
        operator.sees(operator.link("Ada Lovelace"));
        operator.sees("1 in all");
        assertThat(operator.apiCalls()).containsExactlyInAnyOrder("GET session", "GET users", "GET users/count");
        operator.looksAround("the users list");

        operator.link("Ada Lovelace").click();
        operator.seesHeading("Sessions");
        assertThat(operator.apiCalls()).singleElement().asString().startsWith("GET users/");
        operator.looksAround("the user page");
        return URI.create(operator.page().url()).getPath();
    }

    private void theOperatorMakesARole() {
        operator.link("Roles").first().click();
        operator.sees("No roles yet");
        operator.looksAround("the roles page without roles");
        operator.button("Add role").first().click();
        operator.looksAround("the dialog of a new role");
        operator.dialog().getByLabel("Name").fill("refund-agent");
        operator.dialog().getByLabel("Permissions").fill("ticket:refund");
        operator.dialog().getByLabel("Permissions").press("Enter");
        inDialog("Add role").click();
        operator.sees("refund-agent added");
        operator.sees("refund-agent");
        operator.looksAround("the roles page");
    }

    private void theOperatorGivesAdaTheRole(String userPage) {
        operator.open(userPage);
        operator.button("Assign roles").click();
        operator.dialog().getByLabel("refund-agent").check();
        operator.looksAround("the list to pick roles from");
        inDialog("Assign roles").click();
        operator.sees(operator.button("Remove refund-agent"));
        operator.looksAround("the user page with a role");

        ada.open("");
        ada.sees("refund-agent");
    }

    private void theOperatorWritesMetadata() {
        operator.sees("No metadata.");
        operator.button("Add some").click();
        Locator editor = operator.page().getByLabel("Metadata", new Page.GetByLabelOptions().setExact(true));
        Locator text = editor.and(operator.page().getByRole(AriaRole.TEXTBOX));
        text.fill("{\n  \"language\": \"en-GB\"\n  \"points\": 12345678901234567890\n}");
        operator.sees("Line 3, column 3: a comma is missing before \"points\".");
        assertThat(operator.button("Save metadata").getAttribute("aria-disabled"))
                .isEqualTo("true");
        operator.looksAround("metadata with a syntax error");

        operator.button("Go to line").click();
        operator.page().keyboard().press("ArrowUp");
        operator.page().keyboard().press("End");
        operator.page().keyboard().type(",");
        operator.link("Users").first().click();
        operator.link("Ada Lovelace").click();
        operator.sees("Unsaved. Kept if you leave this page.");
        operator.looksAround("metadata being edited");
        operator.button("Save metadata").click();

        operator.sees("Metadata saved");
        operator.sees("12345678901234567890");
        operator.sees(operator.button("Edit Metadata"));
        operator.looksAround("the user page with metadata");
    }

    private void theOperatorEndsAdasSession() {
        operator.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End the session of"))
                .click();
        operator.sees("No sessions.");

        ada.open("");
        ada.sees(form("Sign in"));
    }

    private void theOperatorDeletesAda() {
        operator.button("More actions").click();
        operator.looksAround("the menu of the user page");
        operator.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete user"))
                .click();
        operator.sees(operator.page().getByText("role", new Page.GetByTextOptions().setExact(true)));
        assertThat(inDialog("Delete user").getAttribute("aria-disabled")).isEqualTo("true");
        operator.looksAround("the dialog that deletes a user");
        operator.dialog().getByRole(AriaRole.TEXTBOX).fill(EMAIL);
        inDialog("Delete user").click();
        operator.sees("Ada Lovelace was deleted.");
        operator.sees("No users yet");
        operator.looksAround("the users list without users");
    }

    private void adaIsGone(String userPage) {
        operator.open(userPage);
        operator.sees("This user is not here");
        operator.looksAround("the page of a deleted user");

        ada.open("");
        form("Sign in").getByLabel("Email").fill(EMAIL);
        form("Sign in").getByLabel("Password").fill(PASSWORD);
        form("Sign in").getByRole(AriaRole.BUTTON).click();
        ada.sees("Email or password is wrong");
    }

    private void signUp(String password) {
        form("Sign up").getByLabel("Name").fill("Ada Lovelace");
        form("Sign up").getByLabel("Email").fill(EMAIL);
        form("Sign up").getByLabel("Password").fill(password);
        form("Sign up").getByRole(AriaRole.BUTTON).click();
    }

    private Locator form(String name) {
        return ada.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(name));
    }

    private Locator inDialog(String button) {
        return operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }
}
