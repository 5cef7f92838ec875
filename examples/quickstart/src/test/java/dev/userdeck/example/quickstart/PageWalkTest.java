package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each screen of the dashboard with the keyboard alone and users that no screen is made for: focus is never lost, no page
 * runs off sideways from 320 pixels on, and axe finds nothing in any state.
 */
class PageWalkTest extends OperatorByHand {
    private Crowd crowd;
    private Walk walk;

    @BeforeEach
    void fill() {
        crowd = Crowd.fill(stage.userdeck());
        walk = new Walk(page);
    }

    @Test
    void everyControlOfEveryScreenKeepsFocus() {
        for (String screen : new String[] {
            "users",
            "overview",
            "p/roles/role-07-whose-name-is-as-long-as-no-cell-is-wide",
            "mail",
            "tenants/acme",
            "audit",
            "imports",
            "jobs",
            "users/" + crowd.olu()
        }) {
            operator.open("dashboard/" + screen);
            walk.settle();
            walk.everyControlOf(screen);
        }

        assertThat(walk.faults()).isEmpty();
    }

    @Test
    void everyDeedKeepsFocus() {
        operator.open("dashboard/users");
        walk.settle();
        onTheList();
        operator.open("dashboard/users/" + crowd.olu());
        walk.settle();
        onAUser();
        onRoles();
        onTenants();

        assertThat(walk.faults()).isEmpty();
    }

    private void onTheList() {
        walk.key("/", "the key of the search");
        walk.key("Escape", "leaving the search");
        assertThat(walk.focused()).startsWith("Users");
        walk.press("Add filter");
        walk.press("Provider");
        walk.look("the filter of providers");
        walk.key("Escape", "leaving the filter of providers");
        assertThat(walk.focused()).isEqualTo("Add filter");

        page.keyboard().press("j");
        page.keyboard().press("j");
        String person = walk.focused();
        walk.key("o", "opening a user");
        page.goBack();
        walk.settle();
        assertThat(walk.focused()).isEqualTo(person);

        walk.press("Create user");
        walk.type("Email", "new@example.org");
        walk.look("creating a user");
        walk.key("Enter", "creating a user");
        operator.sees("new@example.org");
        page.goBack();
        walk.settle();
    }

    private void onAUser() {
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
        removeAMethod();
        walk.press("Suspend");
        walk.type("Reason", "Chargebacks");
        walk.press("Suspend");
        walk.look("a suspended user");
        walk.press("Activate");
        walk.press("Set password");
        walk.type("New password", "granite otter sundial 13");
        walk.type("The same again", "granite otter sundial 13");
        walk.press("Set password");
        for (String role : new String[] {"role-00", "role-13"}) {
            walk.press("Remove " + role);
        }
    }

    private void removeAMethod() {
        walk.press("Actions for staff-sso");
        walk.press("Remove");
        walk.press("Remove");
        assertThat(walk.focused()).startsWith("Actions for ");
    }

    private void onRoles() {
        operator.open("dashboard/p/roles/role-03");
        walk.settle();
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

    private void onTenants() {
        operator.open("dashboard/tenants");
        walk.settle();
        walk.press("Create tenant");
        walk.type("Name", "Staff");
        walk.key("Enter", "creating a tenant");
        walk.press("Rename");
        walk.type("Name", "Station staff");
        walk.key("Enter", "renaming a tenant");
        walk.look("a tenant");
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
        walk.look("users with all columns");
        assertThat(walk.faults()).isEmpty();
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
    void choicesLookAsTheyAre() {
        operator.open("dashboard/users/" + crowd.olu());
        operator.button("Link another user").first().click();
        page.getByLabel("The other user").fill("person");
        page.locator("dialog input[type=radio]").first().waitFor();

        assertThat(marks("background-image, background-color"))
                .as("radios of which none is chosen")
                .isEqualTo(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(page.locator("dialog input[type=radio]")
                        .first()
                        .evaluate("radio => getComputedStyle(radio).appearance"))
                .isEqualTo("auto");
    }

    private Object marks(String ignored) {
        return page.locator("dialog input[type=radio]").evaluateAll("""
                radios => radios.filter((radio) => getComputedStyle(radio, '::after').opacity !== '0'
                    || getComputedStyle(radio).backgroundColor !== 'rgb(255, 255, 255)').length""");
    }
}
