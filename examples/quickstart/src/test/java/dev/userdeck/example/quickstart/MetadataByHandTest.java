package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.emailverification.EmailVerification;
import dev.userdeck.recipe.usermetadata.Metadata;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Metadata as operators write it: on the user page, and when a user is created. */
class MetadataByHandTest extends OperatorByHand {
    private static final String EMAIL = "ada@example.org";

    @Test
    void nothingTypedIsLostToARefusalOrASecondOperator() {
        User ada = ((CreateUserResult.Created)
                        stage.userdeck().users().create(NewUser.withEmail(EMAIL), Actor.system()))
                .user();
        operator.page().reload();
        operator.link(EMAIL).click();
        operator.button("Add some").click();

        editor(operator).fill("{\n  \"language\": \"en-GB\"\n  \"points\": 1\n}");
        operator.sees("Line 3, column 3: a comma is missing before \"points\".");
        assertThat(operator.button("Save metadata")).hasAttribute("aria-disabled", "true");

        editor(operator).fill("{\"loyalty\": {\"tier\": \"tin\"}}");
        save(operator);
        operator.sees("/loyalty/tier: must be bronze, silver or gold.");
        operator.looksAround("metadata that the schema refuses");
        assertThat(metadataOf(ada)).isEmpty();

        editor(operator)
                .fill("{\"first_name\": \"Ada\", \"loyalty\": {\"tier\": \"gold\", \"points\": 12345678901234567890}}");
        aSecondOperatorSaves();
        save(operator);
        operator.sees("You saved this elsewhere in the meantime.");
        operator.looksAround("metadata that someone else saved meanwhile");
        operator.button("Keep mine, replace theirs").click();
        save(operator);
        operator.sees("Metadata saved");

        operator.seesHeading("Ada");
        assertThat(metadataOf(ada))
                .contains("{\"first_name\":\"Ada\",\"loyalty\":{\"tier\":\"gold\",\"points\":12345678901234567890}}");
        String path = "/dashboard/api/recipes/usermetadata/users/" + ada.id() + "/metadata";
        operator.hadNoTroubleBut("401 GET /dashboard/api/session", "422 PUT " + path, "412 PUT " + path);
    }

    @Test
    void aUserIsCreatedWithAllThatRecipesAskFor() {
        UserRoles roles = stage.userdeck().recipe(UserRoles.class);
        roles.create("shift lead", null, Set.of("ticket:read"), Actor.system());
        operator.link("Create user").first().click();
        Locator dialog = operator.dialog();
        dialog.getByText("Email link").click();
        dialog.getByLabel("Email", new Locator.GetByLabelOptions().setExact(true))
                .fill(EMAIL);
        Locator role = dialog.getByLabel("Roles");
        role.fill("suport");
        role.press("Enter");
        operator.sees("suport: choose from the list what is meant.");
        dialog.getByLabel("Email already verified").check();
        dialog.getByText("Metadata").first().click();
        Locator metadata = dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Metadata"));
        metadata.fill("{\"loyalty\": {\"tier\": \"tin\"}}");
        operator.looksAround("a new user with fields of recipes");
        create(dialog); // nothing is sent while a box holds what isn't taken
        assertThat(role).isFocused();
        role.fill("shift");
        operator.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("shift lead"))
                .click();
        create(dialog);

        operator.sees("/loyalty/tier: must be bronze, silver or gold.");
        operator.looksAround("a new user that recipes refuse");
        assertThat(ada()).isEmpty();

        metadata.fill("{\"loyalty\": {\"tier\": \"gold\"}}");
        create(dialog);

        operator.sees("Created.");
        operator.sees(operator.button("Remove shift lead"));
        User ada = ada().orElseThrow();
        assertThat(roles.rolesOf(ada.id(), Scope.all()))
                .extracting(RoleAssignment::role)
                .containsExactly("shift lead");
        assertThat(metadataOf(ada)).contains("{\"loyalty\":{\"tier\":\"gold\"}}");
        assertThat(stage.userdeck().recipe(EmailVerification.class).isVerified(ada.id()))
                .isTrue();
        operator.hadNoTroubleBut("401 GET /dashboard/api/session", "422 POST /dashboard/api/users");
    }

    private void aSecondOperatorSaves() {
        Visitor second = stage.operatorElsewhere();
        second.link(EMAIL).click();
        second.button("Add some").click();
        editor(second).fill("{\"language\": \"fr\"}");
        save(second);
        second.sees("Metadata saved");
    }

    private static Locator editor(Visitor visitor) {
        return visitor.page()
                .getByLabel("Metadata", new Page.GetByLabelOptions().setExact(true))
                .and(visitor.page().getByRole(AriaRole.TEXTBOX));
    }

    /** By keyboard. */
    private static void save(Visitor visitor) {
        visitor.button("Save metadata").focus();
        visitor.page().keyboard().press("Enter");
    }

    private static void create(Locator dialog) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Create user").setExact(true))
                .click();
    }

    private Optional<User> ada() {
        return stage.userdeck().users().findByEmail(EMAIL, TenantId.PUBLIC);
    }

    private Optional<String> metadataOf(User user) {
        return stage.userdeck().recipe(UserMetadata.class).get(user.id()).map(Metadata::json);
    }
}
