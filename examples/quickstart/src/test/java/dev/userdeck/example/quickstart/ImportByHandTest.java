package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator brings users in from a file. */
class ImportByHandTest extends OperatorByHand {
    private static final String FILE =
            "email,name\nada@example.org,Ada Lovelace\nno address,Somebody\ngrace@example.org,Grace Hopper\n";

    private static final int ROWS = 5_000;
    private static final String ALL = "Import 5,000 users";
    /** Of some 170 kB: what is written at once is on its way in seconds, all of it in half a minute. */
    private static final int BYTES_PER_SECOND = 6_000;

    @Test
    void looksAtWhatWouldHappenImportsAndSeesWhatWasRefused() throws Exception {
        operator.sees("Import them");
        operator.link("Import").last().click();
        operator.seesHeading("Import users");
        operator.button("Check the file").click();
        operator.sees("Choose a file.");
        assertThat(file()).isFocused();
        choose("users.xlsx", FILE);
        operator.button("Check the file").click();
        operator.sees("Choose a file that ends in .csv, .jsonl, .ndjson or .json.");
        choose("users.csv", "email,shoe size\nada@example.org,38\n");
        operator.button("Check the file").click();
        assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
        operator.looksAround("an import with a wrong file");

        page.getByLabel("Columns to ignore").fill("shoe size");
        operator.button("Check the file").click();
        operator.seesHeading("What would happen");
        choose("users.csv", FILE);
        operator.button("Check the file").click();
        operator.seesHeading("What would happen");
        operator.sees("Refused rows 1");
        operator.looksAround("an import before it starts");
        Assertions.assertThat(operator.apiCalls()).noneMatch(call -> call.startsWith("PUT"));
        page.route("**/api/imports/*", route -> {
            if (!route.request().method().equals("PUT")) {
                route.resume();
            }
        });
        operator.button("Import 2 users").focus();
        page.keyboard().press("Enter");
        operator.button("Stop").click();
        operator.sees("Stopped. What was imported stays; going on begins behind it.");
        operator.looksAround("an import that was stopped");
        page.unrouteAll();
        operator.button("Go on").focus();
        page.keyboard().press("Enter");
        operator.seesHeading("What happened");
        List<String> sent = operator.apiCalls().stream()
                .filter(call -> call.startsWith("PUT"))
                .toList();
        Assertions.assertThat(sent).hasSize(2).containsOnly(sent.get(0));
        operator.looksAround("an import that is done");

        Download refused =
                page.waitForDownload(() -> operator.button("Download").click());
        Assertions.assertThat(Files.readString(refused.path()))
                .startsWith("Line,Field,What is wrong\r\n3,email,")
                .doesNotContain("Ada");
        operator.link("To the users").click();
        operator.sees("Ada Lovelace");
        operator.sees("Grace Hopper");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session", "422 POST /dashboard/api/imports/preview");
    }

    @Test
    void goesOnAfterThePageWasLeftInTheMiddle(@TempDir Path folder) throws Exception {
        Path users = Files.writeString(
                folder.resolve("users.csv"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "person" + i + "@example.org,Person " + i)
                        .collect(Collectors.joining("\n", "email,name\n", "\n")));
        page.onDialog(Dialog::accept); // the browser asks whether to leave
        CDPSession browser = page.context().newCDPSession(page);

        Locator start = check(users);
        assertThat(start).hasText(ALL);
        sendAtMost(browser, BYTES_PER_SECOND);
        start.click();
        operator.sees(page.getByText(Pattern.compile("[1-9][0-9,]* rows done")));
        page.reload();
        sendAtMost(browser, -1);
        operator.seesHeading("Import users");
        Assertions.assertThat(users()).isPositive().isLessThan(ROWS);
        Locator rest = check(users);
        assertThat(rest).not().hasText(ALL);
        rest.click();

        operator.seesHeading("What happened");
        assertThat(page.getByText("Refused rows")).hasCount(0);
        Assertions.assertThat(users()).isEqualTo(ROWS);
        Assertions.assertThat(operator.apiCalls().stream().filter(call -> call.startsWith("PUT")))
                .hasSize(2)
                .satisfies(calls -> Assertions.assertThat(Set.copyOf(calls)).hasSize(1));
    }

    /** Gives the button that starts the import. */
    private Locator check(Path users) {
        operator.open("dashboard/imports");
        file().setInputFiles(users);
        operator.button("Check the file").click();
        operator.seesHeading("What would happen");
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Import [0-9,]+ users$")));
    }

    private static void sendAtMost(CDPSession browser, int bytesPerSecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        browser.send("Network.emulateNetworkConditions", conditions);
    }

    private long users() {
        return stage.userdeck().users().count(Scope.all(), UserFilter.none()).number();
    }

    private Locator file() {
        return page.getByLabel("File", new Page.GetByLabelOptions().setExact(true));
    }

    private void choose(String name, String content) {
        file().setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }
}
