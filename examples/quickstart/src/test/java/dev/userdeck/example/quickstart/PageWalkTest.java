package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import dev.userdeck.mail.spi.MailRefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each screen of the dashboard with the keyboard alone and users that no screen is made for: focus is never lost, no
 * page runs off sideways from 320 pixels on, which is 400 % of a usual window, nothing moves where motion is to be
 * reduced, the system's own colours hide nothing, and axe finds nothing in any state.
 */
class PageWalkTest {
    /** The mail server knows nobody of this name. */
    private static final String NOBODY = "gone@example.org";

    private Stage stage;
    private Visitor operator;
    private Page page;
    private Crowd crowd;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        stage = Stage.open(data, (id, email) -> {
            if (email.to().equals(NOBODY)) {
                throw new MailRefusedException("550 5.1.1 <" + NOBODY + ">: Recipient address rejected", null);
            }
        });
        operator = stage.operator();
        page = operator.page();
        crowd = Crowd.fill(stage.userdeck());
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void everyControlOfEveryScreenKeepsFocus() {
        Walk walk = Walk.atADesk(page);
        walk.open(operator, "users");
        walk.everyLinkOfTheNavigation();
        for (String screen : new String[] {
            "users",
            "users?tenant=acme&status=active&q=max",
            "users?q=nobody-at-all",
            "users/" + crowd.olu(),
            "p/roles",
            "p/roles/role-07-whose-name-is-as-long-as-no-cell-is-wide",
            "tenants/acme",
            "imports",
            "audit",
            "about"
        }) {
            walk.open(operator, screen);
            walk.everyControlOf(screen);
        }
        for (String screen : new String[] {"users/" + crowd.hostile(), "users/new", "overview", "jobs", "nowhere"}) {
            walk.open(operator, screen);
            walk.look(screen);
        }

        assertThat(walk.faults()).isEmpty();
        assertThat(walk.pressed()).as("keys pressed").isGreaterThan(200);
    }

    @Test
    void onAPhoneFiltersAreASheetAndUsersFit() {
        Walk walk = Walk.withAPhone(page);
        walk.open(operator, "users");

        assertThat(page.locator("tbody > tr").evaluateAll("""
                rows => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length"""))
                .as("users on 360 × 800")
                .isEqualTo(8);
        walk.press("Open menu");
        walk.look("the menu on a phone");
        walk.press("Roles");
        for (String screen :
                new String[] {"users?tenant=acme&status=active", "users/" + crowd.hostile(), "p/roles", "audit"}) {
            walk.open(operator, screen);
            walk.everyControlOf(screen + " on a phone");
        }
        assertThat(walk.faults()).isEmpty();
    }

    @Test
    void everyDeedKeepsFocus() {
        Walk walk = Walk.atADesk(page);
        walk.open(operator, "users");
        onTheList(walk);
        toMany(walk);
        walk.open(operator, "users/" + crowd.olu());
        onAUser(walk);
        onRoles(walk);
        onTenants(walk);
        onImports(walk);
        atTheDoor(walk);

        assertThat(walk.faults()).isEmpty();
    }

    private void onTheList(Walk walk) {
        walk.key("/", "the key of the search");
        walk.key("Escape", "leaving the search");
        assertThat(walk.focused()).startsWith("Users");
        walk.press("Add filter");
        walk.press("Provider");
        walk.key("Escape", "leaving the filter of providers");
        assertThat(walk.focused()).isEqualTo("Add filter");

        walk.key("j", "the first user");
        walk.key("j", "the second user");
        String person = walk.focused();
        walk.key("o", "opening a user");
        page.goBack();
        walk.settle();
        assertThat(walk.focused()).isEqualTo(person);

        walk.press("Create user");
        walk.type("Email", NOBODY);
        walk.key("Enter", "creating a user");
        operator.sees("Invitation not delivered: ");
        walk.everyControlOf("a user without mail");
        walk.open(operator, "p/outbox");
        operator.sees(page.getByRole(AriaRole.ROW).getByText("Failed").first());
        walk.everyControlOf("mails");
        walk.open(operator, "users");
    }

    /** To one it can't be done any more: somebody is gone by then. */
    private void toMany(Walk walk) {
        select(walk);
        walk.everyControlOf("selected users");
        walk.open(operator, "users");
        select(walk);
        walk.press("Assign roles");
        walk.type("Roles", "role-31");
        walk.key("Enter", "choosing a role");
        stage.userdeck().users().delete(crowd.last());
        walk.press("Assign roles");
        operator.sees("Finished");
        walk.everyControlOf("a job that refused a user");
        walk.press("Select the refused");
        walk.everyControlOf("refused users");
    }

    private static void select(Walk walk) {
        walk.key("j", "the first user");
        walk.key("x", "selecting a user");
        walk.key("j", "the second user");
        walk.key("x", "selecting another user");
    }

    private void onAUser(Walk walk) {
        walk.press("Edit profile");
        walk.type("Name", "Olu Adeyemi");
        walk.look("editing a profile");
        walk.key("Enter", "saving the profile");
        walk.press("Add some");
        walk.look("writing metadata");
        walk.press("Save metadata");
        walk.press("Edit Metadata");
        page.keyboard().insertText(" ");
        walk.press("Discard changes");
        walk.press("Undo");
        walk.press("Discard changes");
        walk.press("Actions for staff-sso (s-1)");
        walk.press("Remove");
        walk.press("Remove");
        assertThat(walk.focused()).startsWith("Actions for ");
        walk.press("End the session of Firefox 133 on Windows");
        walk.press("End all");
        walk.press("End all sessions");
        walk.press("Suspend");
        walk.type("Reason", "Chargebacks");
        walk.press("Suspend");
        walk.look("a suspended user");
        walk.press("Activate");
        walk.press("Set password");
        walk.type("New password", "granite otter sundial 13");
        walk.type("The same again", "granite otter sundial 13");
        walk.press("Set password");
        walk.press("Remove role-00");
        walk.press("Remove role-05");
        walk.press("Mark verified");
        walk.press("Mark unverified");
        walk.press("Send mail");
    }

    private void onRoles(Walk walk) {
        walk.open(operator, "p/roles/role-03");
        walk.press("Delete role");
        walk.look("deleting a role");
        walk.press("Delete role");
        walk.press("Add role");
        walk.type("Name", "conductor");
        walk.key("Enter", "adding a role");
        walk.press("Edit role");
        walk.look("editing a role");
        walk.type("Name", "guard");
        walk.key("Enter", "saving a role");
        walk.press("Close preview");
    }

    private void onTenants(Walk walk) {
        walk.open(operator, "tenants");
        walk.press("Create tenant");
        walk.type("Name", "Staff");
        walk.key("Enter", "creating a tenant");
        walk.press("Rename");
        walk.type("Name", "Station staff");
        walk.key("Enter", "renaming a tenant");
        walk.look("a tenant");
    }

    private void onImports(Walk walk) {
        walk.open(operator, "imports");
        walk.press("Check the file");
        byte[] file = "email,name\nada@example.org,Ada\nno address,Nobody\n".getBytes(StandardCharsets.UTF_8);
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("users.csv", "text/csv", file));
        walk.press("Check the file");
        operator.seesHeading("What would happen");
        walk.look("an import before it starts");
        walk.press("Import 1 user");
        operator.seesHeading("What happened");
        walk.everyControlOf("an import that is done");
        walk.open(operator, "jobs");
        walk.everyControlOf("jobs");
    }

    /** The session ends behind the page. */
    private void atTheDoor(Walk walk) {
        page.context().clearCookies();
        walk.press("Roles");
        walk.look("a session that ended");
        page.reload();
        walk.settle();
        walk.everyControlOf("sign-in");
    }

    @Test
    void aStrangerIsShownTheAppsOwnDoor() throws Exception {
        Visitor stranger = stage.stranger();
        Walk walk = Walk.atADesk(stranger.page());
        stranger.open("dashboard/users");
        walk.settle();
        walk.everyControlOf("the door of the app");

        assertThat(walk.faults()).isEmpty();
    }

    @Test
    void aNameStaysInSightWhateverColumnsThereAre() {
        operator.open("dashboard/users");
        operator.button("Columns").click();
        for (String column : new String[] {"Email", "Phone", "User id"}) {
            page.getByLabel(column, new Page.GetByLabelOptions().setExact(true)).check();
        }
        page.keyboard().press("Escape");

        assertThat(widthOf("User")).isGreaterThan(120);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
        operator.button("Columns").click();
        operator.button("Reset to default").click();
        page.keyboard().press("Escape");
        assertThat(widthOf("User")).isGreaterThan(120);
        assertThat(widthOf("Verified")).isPositive();
        assertThat(widthOf("Tenants")).isPositive();
        assertThat(page.evaluate("() => document.querySelector('[data-scrolls=true]')"))
                .isNull();
    }

    private double widthOf(String column) {
        return (Double) page.locator("th", new Page.LocatorOptions().setHasText(column))
                .first()
                .evaluate("head => head.getBoundingClientRect().width + 0.001");
    }

    @Test
    void whatIsTypedIsNotThrownAwayByAReload() {
        Walk walk = Walk.atADesk(page);
        String user = "users/" + crowd.olu();

        asks(walk, user, "Edit profile", "Name", "Olu");
        asks(walk, user, "Suspend", "Reason", "Chargebacks");
        asks(walk, user, "Set password", "New password", "granite otter");
        asks(walk, user, "Add some", "Metadata", "{\"tier\": 1}");
        asks(walk, "users", "Create user", "Email", "new@example.org");
        asks(walk, "p/roles", "Add role", "Name", "guard");
        asks(walk, "p/roles/role-03", "Edit role", "Name", "guard");
        asks(walk, "tenants", "Create tenant", "Name", "Staff");
        asks(walk, "tenants/acme", "Rename", "Name", "Staff");
    }

    /** Nothing is asked as long as nothing is typed. */
    private void asks(Walk walk, String screen, String button, String label, String words) {
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });

        walk.open(operator, screen);
        walk.press(button);
        page.reload();
        walk.settle();
        assertThat(asked).as(button + " on " + screen).isEmpty();
        if (!walk.isCovered()) {
            walk.press(button);
        }
        walk.type(label, words);
        page.reload();
        assertThat(asked).as(label + " on " + screen).containsExactly("beforeunload");
    }

    @Test
    void theJumpBarMarksWhatIsThere() {
        operator.open("dashboard/users/" + crowd.olu());
        Locator current = page.getByLabel("On this page").locator("[aria-current]");

        PlaywrightAssertions.assertThat(current).hasText("Profile");
        operator.button("Edit profile").click();
        PlaywrightAssertions.assertThat(current).hasText("Profile");
        for (String panel : new String[] {"Metadata", "Roles", "Timeline", "Sessions", "Profile"}) {
            page.getByLabel("On this page").getByText(panel).click();
            PlaywrightAssertions.assertThat(current).containsText(panel);
        }
        for (String panel : new String[] {"sessions", "methods"}) {
            page.locator("#" + panel).evaluate("panel => scrollTo(0, panel.offsetTop - 90)");
            page.mouse().wheel(0, 1);
            PlaywrightAssertions.assertThat(current).hasAttribute("href", Pattern.compile(".*#" + panel));
        }
    }

    @Test
    void twoPasswordsAreToldApart() {
        operator.open("dashboard/users/" + crowd.olu());
        operator.button("Actions for Password (other@example.org)").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Unlink"))
                .click();

        PlaywrightAssertions.assertThat(operator.dialog()).containsText("Unlink Password (other@example.org)?");
        operator.looksAround("one of two passwords");
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Unlink"))
                .click();
        operator.sees(operator.button("Edit profile"));
        PlaywrightAssertions.assertThat(page)
                .not()
                .hasURL(Pattern.compile(".*" + crowd.olu().value() + ".*"));
        operator.open("dashboard/users/" + crowd.olu());
        operator.sees(operator.button("Actions for Password (" + Crowd.EMAIL + ")"));
        PlaywrightAssertions.assertThat(operator.button("Actions for Password (other@example.org)"))
                .hasCount(0);
    }

    @Test
    void choicesLookAsTheyAre() {
        operator.open("dashboard/users/" + crowd.olu());
        operator.button("Link another user").first().click();
        page.getByLabel("The other user").fill("person");
        Locator radios = page.locator("dialog input[type=radio]");
        radios.first().waitFor();

        assertThat(marked(radios)).as("radios of which none is chosen").isEqualTo(0);
        radios.first().check();
        assertThat(marked(radios)).as("radios of which one is chosen").isEqualTo(1);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(radios.first().evaluate("radio => getComputedStyle(radio).appearance"))
                .isEqualTo("auto");
    }

    private static Object marked(Locator radios) {
        return radios.evaluateAll("""
                radios => radios.filter((radio) => getComputedStyle(radio, '::after').opacity !== '0'
                    || getComputedStyle(radio).boxShadow !== 'none'
                    || getComputedStyle(radio).backgroundColor !== 'rgb(255, 255, 255)').length""");
    }
}
