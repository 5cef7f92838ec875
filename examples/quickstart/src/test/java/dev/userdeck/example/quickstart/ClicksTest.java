package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators do most takes few clicks from the list on; what is typed, Enter included, isn't counted. */
class ClicksTest extends OperatorByHand {
    private static final String OLU = "Oluwaseun Adeyemi";

    private final Map<String, Integer> clicks = new LinkedHashMap<>();
    private int now;

    @Test
    void whatIsDoneMostTakesFewClicks() throws Exception {
        Crowd.fill(stage.userdeck());

        begin();
        page.keyboard().press("/");
        page.keyboard().insertText("maryam@");
        operator.sees(row(Crowd.ARABIC_NAME));
        took("find by an email");

        begin();
        click(row(OLU));
        click(operator.button("Send reset link"));
        operator.sees("waits to be sent.");
        took("reset a password");

        begin();
        click(row(OLU));
        click(operator.button("End all"));
        click(operator.button("End all sessions"));
        operator.sees("24 sessions ended.");
        took("end all sessions");

        begin();
        click(row("Person 3"));
        click(operator.button("Assign roles"));
        page.keyboard().insertText("role-12");
        page.keyboard().press("Enter");
        operator.sees(page.getByRole(
                AriaRole.CHECKBOX,
                new Page.GetByRoleOptions().setName("role-12").setChecked(true)));
        page.keyboard().press("Enter");
        operator.sees(operator.button("Remove role-12"));
        took("assign a role");

        begin();
        click(row("Person 3"));
        click(operator.button("Edit profile"));
        page.getByLabel("Email", new Page.GetByLabelOptions().setExact(true)).fill("third@example.org");
        page.keyboard().press("Enter");
        operator.sees("Profile saved.");
        took("change an email");

        begin();
        click(row("Person 3"));
        click(operator.button("Suspend"));
        page.keyboard().insertText("Chargebacks");
        page.keyboard().press("Enter");
        operator.sees(operator.button("Activate"));
        took("suspend");

        begin();
        click(row("Person 3"));
        operator.sees("Suspended by Ines Marchetti: Chargebacks");
        took("see what happened to somebody");

        begin();
        click(operator.link("Create user"));
        page.keyboard().insertText("new@example.org");
        page.keyboard().press("Enter");
        operator.seesHeading("new@example.org");
        took("create a user");

        begin();
        click(operator.button("Add filter"));
        click(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Status")));
        click(page.getByLabel("Suspended"));
        Download file = page.waitForDownload(() -> click(operator.button("Export 1 user as CSV")));
        assertThat(Files.readAllLines(file.path())).hasSize(2);
        took("export what a filter leaves");

        begin();
        click(row("Person 3"));
        click(operator.button("More actions"));
        click(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete user")));
        page.getByLabel("Type ").fill("third@example.org");
        click(operator.dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete user")));
        operator.seesHeading("Users");
        took("delete a user");

        assertThat(clicks)
                .containsExactly(
                        Map.entry("find by an email", 0),
                        Map.entry("reset a password", 2),
                        Map.entry("end all sessions", 3),
                        Map.entry("assign a role", 2),
                        Map.entry("change an email", 2),
                        Map.entry("suspend", 2),
                        Map.entry("see what happened to somebody", 1),
                        Map.entry("create a user", 1),
                        Map.entry("export what a filter leaves", 4),
                        Map.entry("delete a user", 4));
    }

    private void begin() {
        operator.open("dashboard/users");
        operator.seesHeading("Users");
        now = 0;
    }

    private void took(String task) {
        clicks.put(task, now);
    }

    private void click(Locator control) {
        control.click();
        now++;
    }

    private Locator row(String name) {
        return page.getByRole(AriaRole.TABLE)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
