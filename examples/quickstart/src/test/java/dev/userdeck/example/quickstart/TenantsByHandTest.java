package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tenants in the browser, from creation to deletion. */
class TenantsByHandTest extends OperatorByHand {
    private static final TenantId STAFF = new TenantId("staff");
    private static final TenantId SHOP = new TenantId("shop");

    @Test
    void aTenantIsCreatedRenamedAndSeenEverywhere() {
        assertThat(operator.page().getByLabel("Tenant").count()).isZero();
        operator.link("Tenants").click();
        operator.seesHeading("Tenants");
        operator.sees(operator.link("Public"));
        operator.looksAround("tenants with one");

        operator.button("Create tenant").click();
        submit("Create tenant");
        operator.sees("This is needed.");
        operator.dialog().getByLabel("Name").fill("Öresund Staff");
        assertThat(operator.dialog().getByLabel("Id").inputValue()).isEqualTo("oresund-staff");
        operator.dialog().getByLabel("Id").fill("public");
        submit("Create tenant");
        operator.sees("There is a tenant with this id.");
        operator.looksAround("creating a tenant");
        operator.dialog().getByLabel("Id").fill("staff");
        submit("Create tenant");

        operator.sees(preview("Öresund Staff"));
        operator.sees(preview("Öresund Staff").getByText("Nobody has a session in Öresund Staff."));
        operator.button("Rename").click();
        operator.dialog().getByLabel("Name").fill("Station staff");
        submit("Rename");
        operator.sees(preview("Station staff"));
        operator.looksAround("tenants with a preview");
        operator.link("See 0 users").click();
        operator.sees("No users in Station staff");
        assertThat(operator.page().getByLabel("Tenant").inputValue()).isEqualTo("staff");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session", "409 POST /dashboard/api/tenants");
    }

    @Test
    void aWayToSignInIsSwitchedOffAtOnce() {
        Visitor guest = stage.guest();
        guest.open("");
        operator.link("Tenants").click();
        operator.link("Public").click();

        toggle("Password").click();
        operator.sees("Password is off in Public.");
        signUp(guest, "ada@example.org");
        guest.sees("Nobody signs in to this tenant with a password.");
        toggle("Password").click();
        operator.sees("Password is on in Public.");
        guest.button("Sign up").click();
        guest.sees(guest.button("Sign out"));

        toggle("Password").click();
        operator.sees("Password is off in Public.");
        toggle("Link or code").click();
        PlaywrightAssertions.assertThat(toggle("Link or code"))
                .isChecked(
                        new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions().setChecked(false));
        toggle("External login").click();
        operator.sees("Nobody can sign in to Public then.");
        operator.looksAround("the last way to sign in");
        operator.button("Switch off").click();
        operator.sees("Nobody can sign in to Public.");
        operator.looksAround("a tenant that nobody can sign in to");
        guest.page().reload();
        guest.sees(guest.button("Sign out"));
    }

    @Test
    void usersMoveWhenTheirTenantIsDeleted() {
        stage.userdeck().tenants().create(STAFF, "Station staff", Actor.system());
        stage.userdeck().tenants().create(SHOP, "Shop", Actor.system());
        UserId ada = user("ada@example.org", STAFF);
        open(ada, STAFF);
        operator.open("dashboard/tenants/staff");

        operator.button("Delete").click();
        operator.sees("What becomes of its 1 user?");
        operator.sees("Sessions that end here: 1");
        PlaywrightAssertions.assertThat(operator.dialog()
                        .getByRole(AriaRole.RADIO)
                        .and(operator.page().locator(":checked")))
                .hasCount(0);
        operator.dialog().getByText("Move them to another tenant").click();
        assertThat(operator.dialog().getByLabel("Move to").inputValue()).isEmpty();
        operator.dialog().getByLabel("Move to").selectOption("shop");
        PlaywrightAssertions.assertThat(operator.button("Move 1 user, delete tenant"))
                .hasAttribute("aria-disabled", "true");
        operator.dialog().getByLabel("Type staff to confirm").fill("staff");
        operator.looksAround("deleting a tenant with users");
        submit("Move 1 user, delete tenant");

        operator.sees("Station staff deleted.");
        assertThat(stage.userdeck().users().find(ada).orElseThrow().tenants()).isEqualTo(Set.of(SHOP));
        operator.sees(operator.link("Shop"));
        PlaywrightAssertions.assertThat(operator.link("Station staff")).hasCount(0);
        operator.link("Public").click();
        operator.sees(preview("Public"));
        assertThat(operator.button("Delete").count()).isZero();
    }

    @Test
    void usersAreDeletedWithTheirTenantOnlyWhenItIsTyped() {
        stage.userdeck().tenants().create(STAFF, "Station staff", Actor.system());
        UserId ada = user("ada@example.org", STAFF);
        UserId both = user("bob@example.org", TenantId.PUBLIC);
        stage.userdeck().users().addToTenant(both, STAFF, Actor.system());
        operator.open("dashboard/tenants/staff");

        operator.button("Delete").click();
        operator.dialog().getByText("Delete them too").click();
        operator.sees("Deleted with everything of theirs: 1. In other tenants too, so they only leave this one: 1.");
        PlaywrightAssertions.assertThat(operator.button("Delete tenant and 2 users"))
                .hasAttribute("aria-disabled", "true");
        operator.dialog().getByLabel("Type staff to confirm").fill("staff");
        operator.looksAround("deleting a tenant and its users");
        submit("Delete tenant and 2 users");

        operator.sees("Station staff deleted.");
        assertThat(stage.userdeck().users().find(ada)).isEmpty();
        assertThat(stage.userdeck().users().find(both).orElseThrow().tenants()).isEqualTo(Set.of(TenantId.PUBLIC));
    }

    @Test
    void everyonesSessionsEnd() {
        stage.userdeck().tenants().create(STAFF, "Station staff", Actor.system());
        String staff = open(user("ada@example.org", STAFF), STAFF);
        String open = open(user("bob@example.org", TenantId.PUBLIC), TenantId.PUBLIC);
        operator.open("dashboard/tenants/staff");

        operator.button("End 1 session").click();
        operator.sees("End all sessions in Station staff?");
        operator.looksAround("ending all sessions of a tenant");
        submit("End 1 session");
        operator.sees("1 session ended.");
        assertThat(stage.userdeck().sessions().verify(staff)).isEmpty();
        assertThat(stage.userdeck().sessions().verify(open)).isPresent();

        operator.button("More actions").click();
        operator.page().getByRole(AriaRole.MENUITEM).click();
        operator.sees("All users of all tenants have to sign in again.");
        submit("End 1 session");
        operator.sees(preview("Station staff"));
        PlaywrightAssertions.assertThat(operator.dialog()).hasCount(0);
        assertThat(stage.userdeck().sessions().verify(open)).isEmpty();
    }

    @Test
    void allOfItByKeyboard() {
        stage.userdeck().tenants().create(STAFF, "Station staff", Actor.system());
        stage.userdeck().tenants().create(SHOP, "Shop", Actor.system());
        operator.open("dashboard/tenants");
        operator.sees(operator.link("Shop"));

        operator.page().getByLabel("Search tenants").focus();
        operator.page().keyboard().type("sta");
        PlaywrightAssertions.assertThat(operator.link("Shop")).hasCount(0);
        operator.page().keyboard().press("Escape");
        operator.sees(operator.link("Shop"));
        operator.link("Shop").focus();
        operator.page().keyboard().press("Enter");
        PlaywrightAssertions.assertThat(heading("Shop")).isFocused();
        operator.page().keyboard().press("ArrowDown");
        PlaywrightAssertions.assertThat(heading("Station staff")).isVisible();
        toggle("Password").focus();
        operator.page().keyboard().press("Space");
        operator.sees("Password is off in Station staff.");
        PlaywrightAssertions.assertThat(toggle("Password")).isFocused();
        operator.button("Delete").focus();
        operator.page().keyboard().press("Enter");
        operator.sees("It has no users.");
        PlaywrightAssertions.assertThat(operator.button("Cancel")).isFocused();
        operator.page().keyboard().press("Tab");
        operator.page().keyboard().press("Enter");
        operator.sees("Station staff deleted.");
        PlaywrightAssertions.assertThat(operator.link("Station staff")).hasCount(0);

        operator.page().getByLabel("Search tenants").fill("nobody of this name");
        operator.sees("Nothing found");
        operator.looksAround("tenants without a match");
    }

    private void submit(String button) {
        operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Locator preview(String name) {
        return operator.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName(name));
    }

    private Locator heading(String name) {
        return operator.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator toggle(String way) {
        return operator.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(way));
    }

    private static void signUp(Visitor guest, String email) {
        Locator form = guest.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Sign up"));
        form.getByLabel("Email").fill(email);
        form.getByLabel("Password").fill("a long walk by the river");
        guest.button("Sign up").click();
    }

    private UserId user(String email, TenantId tenant) {
        var created = (CreateUserResult.Created)
                stage.userdeck().users().create(NewUser.withEmail(email).tenant(tenant), Actor.system());
        return created.user().id();
    }

    private String open(UserId user, TenantId tenant) {
        return stage.userdeck()
                .sessions()
                .create(user, SessionOrigin.of("password").tenant(tenant))
                .orElseThrow()
                .token();
    }
}
