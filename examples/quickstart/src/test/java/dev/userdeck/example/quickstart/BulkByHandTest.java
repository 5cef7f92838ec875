package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Operators;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.userroles.RoleHolderQuery;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewSuspension;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import dev.userdeck.user.UserStatus;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An operator does something to many users at once. */
class BulkByHandTest extends OperatorByHand {

    @Test
    void suspendsSomeGivesARoleToAllAndDeletesThem() {
        var users = new ArrayList<User>();
        for (int i = 0; i < 12; i++) {
            users.add(create("Person " + i, "person" + i + "@example.org"));
        }
        UserRoles roles = stage.userdeck().recipe(UserRoles.class);
        roles.create("conductor", null, List.of(), Actor.system());
        operator.open("dashboard/users?size=10");
        operator.sees("12 in all");

        stage.userdeck().users().suspend(users.get(3).id(), NewSuspension.of("Before"), Scope.all(), Actor.system());
        stage.userdeck().sessions().create(users.get(5).id(), SessionOrigin.of("password"));
        stage.userdeck().sessions().create(users.get(0).id(), SessionOrigin.of("password"));
        double before = page.getByLabel("Select Person 3", exact()).boundingBox().y;
        page.getByLabel("Select Person 3", exact()).check();
        Assertions.assertThat(page.getByLabel("Select Person 3", exact()).boundingBox().y)
                .as("where the row is once it is selected")
                .isEqualTo(before);
        page.getByLabel("Select Person 5", exact()).focus();
        page.keyboard().press("Space");
        operator.sees("2 selected");
        operator.link("Older").click();
        page.getByLabel("Select Person 0", exact()).check();
        operator.sees("3 selected");
        operator.looksAround("users selected");
        operator.button("Suspend").click();
        assertThat(operator.dialog()).containsText("Suspend 3 users?");
        assertThat(operator.dialog()).containsText("1 is suspended already.");
        assertThat(operator.dialog()).containsText("2 sessions end.");
        submit("Suspend");
        operator.sees("This is needed.");
        operator.dialog().getByLabel("Reason").fill("A leak");
        submit("Suspend");
        operator.sees("2 suspended, 1 already was");
        operator.sees("Finished");
        operator.sees("3 users, selected by hand");
        operator.sees("A leak");
        Assertions.assertThat(List.of(status(users.get(0)), status(users.get(3)), status(users.get(5))))
                .containsOnly(UserStatus.SUSPENDED);
        operator.looksAround("a job");
        operator.link("Show the 2 it was done to").click();
        operator.sees("2 in all");
        page.navigate(page.url() + "&chosen=all");
        operator.sees("All 2 that match");
        operator.looksAround("users of a job, selected");
        page.goBack();
        page.goBack();
        operator.link("Show them").click();
        operator.sees("3 in all");

        operator.open("dashboard/users?size=10");
        selectsByKeys();
        selectAll();
        operator.button("Assign roles").click();
        operator.dialog()
                .getByLabel("Roles", new Locator.GetByLabelOptions().setExact(true))
                .fill("conductor");
        page.keyboard().press("Enter");
        operator.looksAround("what assigning a role would come to");
        submit("Assign roles");
        operator.sees("12 done");
        operator.sees("Everybody");
        operator.sees("conductor");
        Assertions.assertThat(roles.usersWith(
                                RoleHolderQuery.of("conductor", Scope.all()).size(50))
                        .items())
                .hasSize(12);

        operator.open("dashboard/users?size=10");
        selectAll();
        operator.button("Delete").click();
        operator.dialog().getByLabel("Type 12 to delete them").fill("11");
        submit("Delete");
        operator.sees("Type 12.");
        operator.dialog().getByLabel("Type 12 to delete them").fill("12");
        operator.looksAround("a preview of a deletion");
        stage.advanceClock(Operators.FRESH_PROOF);
        submit("Delete");
        operator.seesHeading("Is it still you?");
        operator.dialog().getByLabel("Your own password").fill("not this one at all");
        submit("Continue");
        operator.sees("This is not your password.");
        operator.looksAround("a password that is asked for once more");
        operator.dialog().getByLabel("Your own password").fill("granite otter sundial 12");
        submit("Continue");
        operator.sees("12 deleted");

        operator.link("Jobs").click();
        operator.seesHeading("Jobs");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Delete");
        operator.hadNoTroubleBut(
                "401 GET /dashboard/api/session",
                "403 POST /dashboard/api/jobs/delete",
                "422 POST /dashboard/api/session/reauthenticate");
    }

    @Test
    void isToldBeforeAndAfterWhoIsRefusedAndWhy() throws Exception {
        TenantId acme = new TenantId("acme");
        stage.userdeck().tenants().create(acme, "Acme", Actor.system());
        User both = create("Ada Lovelace", "ada@example.org");
        stage.userdeck().users().addToTenant(both.id(), acme, Actor.system());
        stage.userdeck().users().create(NewUser.withEmail("bob@example.org").tenant(acme), Actor.system());
        Visitor clerk = stage.operator(Operator.of("Vera Lind", Preset.ADMIN).scope(Scope.of(acme)));
        clerk.open("dashboard/users");
        clerk.sees("2 in all");

        clerk.page().getByLabel("Select all on this page").check();
        clerk.button("Suspend").click();
        clerk.sees("1 will be refused: The user is also in tenants that are not yours.");
        clerk.looksAround("what a job would refuse");
        clerk.dialog().getByLabel("Reason").fill("A leak");
        clerk.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Suspend"))
                .click();

        clerk.sees("1 suspended, 1 refused");
        clerk.sees("The user is also in tenants that are not yours.");
        clerk.looksAround("a job that refused somebody");
        clerk.link("Select the refused").click();
        clerk.sees("The 1 that matches");
        clerk.sees(clerk.link("Ada Lovelace"));
        assertThat(clerk.link("bob@example.org")).hasCount(0);
        clerk.hadNoTroubleBut();
    }

    private void selectsByKeys() {
        operator.sees("12 in all");
        page.keyboard().press("j");
        page.keyboard().press("x");
        operator.sees("1 selected");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Shift+X");
        operator.sees("3 selected");
        page.keyboard().press("Escape");
        assertThat(page.getByText("3 selected")).isHidden();
    }

    private void selectAll() {
        page.getByLabel("Select all on this page").check();
        operator.button("Select all 12 that match").click();
        operator.sees("All 12 that match");
    }

    private void submit(String name) {
        operator.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private UserStatus status(User user) {
        return stage.userdeck().users().find(user.id()).orElseThrow().status();
    }

    private User create(String name, String email) {
        NewUser user = NewUser.withEmail(email).name(name).tenant(TenantId.PUBLIC);
        return ((CreateUserResult.Created) stage.userdeck().users().create(user, Actor.system())).user();
    }
}
