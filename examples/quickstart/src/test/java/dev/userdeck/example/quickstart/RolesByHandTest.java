package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.userroles.RoleChange;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator looks after roles, by mouse and by keyboard. */
class RolesByHandTest extends OperatorByHand {
    private static final TenantId STAFF = new TenantId("staff");
    private static final Actor SYSTEM = Actor.system();

    private UserRoles roles;

    @BeforeEach
    void prepare() {
        roles = stage.userdeck().recipe(UserRoles.class);
    }

    @Test
    void aRoleIsMadePreviewedEditedAndDeletedByMouse() {
        operator.link("Roles").first().click();
        operator.sees("No roles yet");
        operator.sees("roles.hasPermission(userId, \"ticket:refund\")");
        operator.looksAround("roles, empty");
        addRole("refund-agent", "ticket:read, ticket:refund");
        heading("refund-agent").waitFor();
        operator.sees(preview().getByText("refund", exactly()));
        operator.sees("Nobody has this role yet.");
        operator.button("Close preview").click();

        roles.create("station-manager", "Runs one station", List.of("ticket:read", "shift:edit", "admin"), SYSTEM);
        hold("station-manager", 12);
        operator.apiCalls();
        operator.open("dashboard/p/roles");
        operator.sees(operator.link("station-manager"));
        assertThat(operator.apiCalls()).containsExactly("GET session", "GET recipes/userroles/roles");
        operator.looksAround("roles, list");
        operator.link("station-manager").click();
        assertThat(heading("station-manager")).isFocused();
        operator.sees("User 00");
        assertThat(operator.apiCalls()).containsExactly("GET recipes/userroles/roles/station-manager");
        operator.looksAround("role, preview");
        preview().getByRole(AriaRole.BUTTON, named("Next")).click();
        operator.sees("11–12 of 12");
        operator.sees("User 11");
        preview().getByRole(AriaRole.LINK, named("See all in Users")).click();
        assertThat(operator.page()).hasURL(Pattern.compile(".*/users\\?f\\.userroles\\.role=station-manager$"));
        operator.page().goBack();
        assertThat(heading("station-manager")).isVisible();

        editTheOpenRole();
        deleteTheOpenRole();

        operator.hadNoTroubleBut(
                "401 GET /dashboard/api/session", "409 PUT /dashboard/api/recipes/userroles/roles/station-manager");
    }

    private void editTheOpenRole() {
        operator.button("Edit role").click();
        assertThat(preview().getByLabel("Name")).isFocused();
        operator.button("Remove admin").click();
        operator.button("Remove shift:edit").click();
        tags(preview()).fill("ticket:ref");
        Locator known =
                operator.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("ticket:refund"));
        assertThat(known).containsText("in 1 role");
        operator.looksAround("role, edited, with suggestions");
        known.click();
        preview().getByLabel("Name").fill("refund-agent");
        operator.button("Save").click();
        operator.sees("There is a role with this name. Nothing was changed.");
        assertThat(preview().getByLabel("Name")).isFocused();
        operator.sees(operator.link("Open refund-agent"));
        operator.looksAround("role, a taken name");

        operator.link("refund-agent").first().click();
        operator.sees("Discard changes to station-manager?");
        operator.looksAround("role, discard changes");
        operator.button("Keep editing").click();
        assertThat(preview().getByLabel("Name")).hasValue("refund-agent");

        preview().getByLabel("Name").fill("station/lead");
        operator.button("Save").click();
        operator.sees("station/lead saved");
        assertThat(heading("station/lead")).isVisible();
        assertThat(operator.button("Edit role")).isVisible();
        assertThat(roles.find("station/lead").orElseThrow().permissions())
                .containsExactly("ticket:read", "ticket:refund");
        assertThat(roles.find("station-manager")).isEmpty();
    }

    private void deleteTheOpenRole() {
        roles.grant("station/lead", List.of("notice:publish"), SYSTEM);
        preview().getByRole(AriaRole.BUTTON, named("Delete role")).click();
        operator.sees("users lose it, at their next request");
        operator.sees("tenants have users with it");
        operator.sees("permission that no other role gives:");
        assertThat(operator.dialog()).containsText("notice:publish");
        operator.looksAround("role, delete");
        operator.dialog().getByRole(AriaRole.BUTTON, named("Delete role")).click();
        operator.sees("station/lead deleted");
        assertThat(operator.link("station/lead")).hasCount(0);
        assertThat(roles.find("station/lead")).isEmpty();
    }

    @Test
    void theEssentialsWorkByKeyboardAlone() {
        List.of("alpha", "beta", "gamma").forEach(name -> roles.create(name, null, List.of(), SYSTEM));
        operator.open("dashboard/p/roles");
        operator.link("alpha").focus();
        press("Enter");
        assertThat(heading("alpha")).isFocused();
        press("j");
        assertThat(heading("beta")).isFocused();
        press("ArrowDown");
        assertThat(heading("gamma")).isFocused();
        press("k");
        assertThat(heading("beta")).isFocused();
        press("Escape");
        assertThat(operator.link("beta")).isFocused();

        press("Enter");
        assertThat(heading("beta")).isFocused();
        press("Tab");
        press("Tab");
        assertThat(operator.button("Edit role")).isFocused();
        press("Enter");
        assertThat(preview().getByLabel("Name")).isFocused();
        press("Tab");
        operator.page().keyboard().type("Second of all");
        press("Tab");
        operator.page().keyboard().type("ticket:check,ticket:sell,");
        press("Backspace");
        assertThat(operator.button("Remove ticket:sell")).isFocused();
        press("Delete");
        assertThat(operator.button("Remove ticket:sell")).hasCount(0);
        assertThat(operator.page().locator("input:focus")).hasCount(1);
        press("Tab");
        press("Tab");
        assertThat(operator.button("Save")).isFocused();
        press("Enter");
        operator.sees("beta saved");
        assertThat(operator.button("Edit role")).isFocused();
        assertThat(roles.find("beta").orElseThrow().permissions()).containsExactly("ticket:check");
        assertThat(roles.find("beta").orElseThrow().description()).isEqualTo("Second of all");

        operator.button("Add role").focus();
        press("Enter");
        assertThat(operator.dialog().getByLabel("Name")).isFocused();
        operator.page().keyboard().type("gamma");
        press("Enter");
        operator.sees("There is a role with this name. Nothing was changed.");
        operator.looksAround("role, add, a taken name");
        assertThat(operator.dialog().getByLabel("Name")).isFocused();
        press("Tab");
        assertThat(operator.link("Open gamma")).isFocused();
        press("Enter");
        assertThat(heading("gamma")).isVisible();
        assertThat(operator.dialog()).hasCount(0);
        operator.hadNoTroubleBut("401 GET /dashboard/api/session", "409 POST /dashboard/api/recipes/userroles/roles");
    }

    @Test
    void whatTwoOperatorsChangeIsNotLost() {
        roles.create("conductor", "Checks tickets", List.of("ticket:check", "ticket:read"), SYSTEM);
        operator.open("dashboard/p/roles/conductor");
        operator.button("Edit role").click();
        tags(preview()).fill("ticket:sell");
        tags(preview()).press("Enter");
        preview().getByLabel("Description").fill("Mine");
        roles.update(
                "conductor",
                RoleChange.unconditional()
                        .description("Theirs")
                        .grant(List.of("door:open"))
                        .revoke(List.of("ticket:read")),
                SYSTEM);

        operator.button("Save").click();

        operator.sees("Quickstart changed this in the meantime.");
        operator.sees("+ door:open, − ticket:read");
        operator.looksAround("role, conflict");
        operator.page().getByLabel("Description: Yours: Mine").check();
        operator.button("Keep what is chosen").click();
        operator.sees("conductor saved");
        assertThat(roles.find("conductor").orElseThrow().permissions())
                .containsExactly("door:open", "ticket:check", "ticket:sell");
        assertThat(roles.find("conductor").orElseThrow().description()).isEqualTo("Mine");

        operator.button("Edit role").click();
        preview().getByLabel("Description").fill("Too late");
        roles.delete("conductor", SYSTEM);
        operator.button("Save").click();
        operator.sees("Someone deleted or renamed this in the meantime.");
        operator.hadNoTroubleBut(
                "401 GET /dashboard/api/session",
                "412 PUT /dashboard/api/recipes/userroles/roles/conductor",
                "404 PUT /dashboard/api/recipes/userroles/roles/conductor");
    }

    @Test
    void severalRolesAreAssignedAtOnceInATenant() {
        IntStream.range(0, 60)
                .forEach(i -> roles.create("role-%02d".formatted(i), null, List.of("area:" + i % 3), SYSTEM));
        UserId ada = user("ada");
        stage.userdeck().tenants().create(STAFF, "Station staff", SYSTEM);
        stage.userdeck().users().addToTenant(ada, STAFF, SYSTEM);
        operator.open("dashboard/users/" + ada);
        operator.page()
                .getByLabel("Tenant", new Page.GetByLabelOptions().setExact(true))
                .selectOption("staff");
        operator.sees("No roles in Station staff.");

        operator.button("Assign roles").click();
        operator.sees("There are more. Search to find them.");
        operator.dialog().getByLabel("role-03").check();
        operator.dialog().getByLabel("Search").fill("role-5");
        operator.dialog().getByLabel("role-59").check();
        operator.looksAround("user, assigning roles");
        operator.button("Assign roles (2)").click();
        operator.sees("Roles assigned");
        assertThat(held(ada)).containsExactly("staff role-03", "staff role-59");
        operator.page().getByText("May do 2 things in Station staff").click();
        operator.sees("area:0");
        operator.sees(operator.page()
                .getByText("role-03", new Page.GetByTextOptions().setExact(true))
                .nth(1));
        operator.looksAround("user, what the roles allow");

        operator.button("Remove role-03").click();
        operator.sees("role-03 removed");
        assertThat(operator.button("Remove role-59")).isFocused();
        operator.sees("May do 1 thing in Station staff");
        assertThat(held(ada)).containsExactly("staff role-59");
        operator.button("Undo").click();
        operator.sees(operator.button("Remove role-03"));
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    private void addRole(String name, String permissions) {
        operator.button("Add role").first().click();
        operator.dialog().getByLabel("Name").fill(name);
        tags(operator.dialog()).fill(permissions);
        tags(operator.dialog()).press("Enter");
        operator.looksAround("role, add");
        operator.dialog().getByRole(AriaRole.BUTTON, named("Add role")).click();
        operator.sees(name + " added");
    }

    private void hold(String role, int users) {
        stage.userdeck().tenants().create(STAFF, "Station staff", SYSTEM);
        for (int i = 0; i < users; i++) {
            UserId user = user("user %02d".formatted(i));
            roles.assign(user, role);
            if (i == 0) {
                stage.userdeck().users().addToTenant(user, STAFF, SYSTEM);
                roles.assign(user, STAFF, List.of(role), SYSTEM);
            }
        }
    }

    private UserId user(String name) {
        var newUser = NewUser.withEmail(name.replace(" ", "") + "@example.org")
                .name(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        return ((CreateUserResult.Created) stage.userdeck().users().create(newUser, SYSTEM))
                .user()
                .id();
    }

    private List<String> held(UserId user) {
        return roles.rolesOf(user, Scope.all()).stream()
                .map(held -> held.tenant().value() + " " + held.role())
                .toList();
    }

    private void press(String key) {
        operator.page().keyboard().press(key);
    }

    private Locator preview() {
        return operator.page().getByRole(AriaRole.COMPLEMENTARY);
    }

    private Locator heading(String name) {
        return preview()
                .getByRole(
                        AriaRole.HEADING,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator tags(Locator form) {
        return form.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Permissions"));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
