package dev.userdeck.example.quickstart;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.actor.Actor;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.User;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does to users by hand, in a real browser. */
class UsersByHandTest {
    @TempDir
    private Path data;

    private Stage stage;
    private Visitor operator;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open(data);
        operator = stage.operator();
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
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
        operator.sees("Someone else changed this profile in the meantime.");
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

    private User user(String email, String name) {
        var result = stage.userdeck()
                .users()
                .create(NewUser.withEmail(email).named(name).withoutPassword(), Actor.system());
        return ((CreateUserResult.Created) result).user();
    }

    private void look(User user) {
        operator.open("dashboard/users/" + user.id());
        operator.sees(operator.button("Edit profile"));
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
}
