package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An operator brings users in from a file. */
class ImportByHandTest extends OperatorByHand {
    private static final String FILE = """
            sep=;
            "Email";"Name"
            ada@example.org;Ada Lovelace
            no address;Somebody
            grace@example.org;Grace Hopper
            ADA@example.org;Ada again
            """;
    /** Of someone who is there: what a spreadsheet did, what stays, and what is done. */
    private static final String CHANGES = """
            externalId,email,status,joinedAt
            170,a@example.org,,
            crm-2,,suspended,2020-01-01
            """;

    private static final int ROWS = 2_600;
    /** Three of the parts that the page sends. */
    private static final int COLUMN = 1_000;

    private static final String SECOND_PART = "**/file?from=1048576";

    @Test
    void seesWhatWouldHappenImportsAndFindsTheReportAgain() throws Exception {
        operator.sees("Import them");
        operator.link("Import").last().click();
        operator.seesHeading("Import users");
        operator.button("Check the file").click();
        operator.sees("Choose a file.");
        assertThat(file()).isFocused();
        choose("users.xlsx", FILE);
        operator.button("Check the file").click();
        operator.sees("Choose a file that ends in .csv, .jsonl, .ndjson or .json.");
        operator.looksAround("an import with a wrong file");

        choose("sizes.csv", "Mail,shoe size\nada@example.org,38\n");
        operator.button("Check the file").click();
        operator.sees("nothing reads 'Mail' (did you mean 'email'?), 'shoe size'.");
        operator.looksAround("an import of unknown columns");
        page.getByLabel("Columns to ignore").fill("shoe size, Mail");
        page.getByLabel("Columns to ignore").press("Tab");
        operator.button("Check again").focus();
        page.keyboard().press("Enter");
        operator.seesHeading("What would happen");
        operator.sees("There is nothing to import in this file.");
        hasFocusSomewhere();
        operator.button("Discard").click();
        operator.seesHeading("Import users");

        choose("users.csv", FILE);
        operator.button("Check the file").click();
        operator.seesHeading("What would happen");
        operator.sees("Refused rows 2");
        operator.looksAround("an import before it starts");
        Assertions.assertThat(users()).isZero();
        operator.button("Import 2 users").focus();
        page.keyboard().press("Enter");
        operator.seesHeading("What happened");
        hasFocusSomewhere();
        operator.looksAround("an import that is done");
        Download refused =
                page.waitForDownload(() -> operator.button("Download").click());
        Assertions.assertThat(Files.readString(refused.path()))
                .startsWith("\ufeffLine,Field,What is wrong\r\n4,email,")
                .contains("\r\n6,email,")
                .doesNotContain("Ada");
        operator.link("To the users").click();
        operator.sees("Ada Lovelace");
        operator.sees("Grace Hopper");

        operator.link("Jobs").first().click();
        operator.looksAround("jobs with an import");
        operator.link("users.csv").click();
        operator.seesHeading("What happened");
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    @Test
    void isToldWhatASpreadsheetChangedAndWhatStays() {
        someoneIsThere("a@example.org", "00170");
        someoneIsThere("grace@example.org", "crm-2");
        operator.open("dashboard/imports");
        choose("crm.csv", CHANGES);
        page.getByLabel("Users who are here already").selectOption("upsert");
        operator.button("Check the file").click();

        operator.seesHeading("What would happen");
        operator.sees(
                "The file says 170, the user has 00170: it looks as if a spreadsheet had changed that by itself.");
        operator.sees("To suspend and sign out");
        operator.sees("1 row says another joinedAt: people who are here keep theirs.");
        operator.looksAround("an import that suspends and keeps");
        operator.button("Import 1 user").click();
        operator.seesHeading("What happened");
        operator.sees("Suspended and signed out");
        operator.sees("1 row says another joinedAt: people who are here keep theirs.");
    }

    @Test
    void goesOnWithoutThePageOnceItIsUploaded() {
        String notes = "n".repeat(COLUMN);
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "person%d@example.org,%s".formatted(i, notes))
                .collect(Collectors.joining("\n", "email,notes\n", "\n"));
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.route(SECOND_PART, route -> asked.add("held")); // as if the line were dead
        operator.open("dashboard/imports");
        choose("people.csv", rows);
        page.getByLabel("Columns to ignore").fill("notes");
        operator.button("Check the file").click();
        operator.sees("Uploading: 1 MiB of 2.5 MiB.");
        operator.looksAround("an import that is uploaded");

        page.reload(); // the browser asks whether to leave
        Assertions.assertThat(asked).contains("beforeunload");
        page.unroute(SECOND_PART);
        operator.seesHeading("Not all of it is uploaded");
        operator.looksAround("an import whose upload was interrupted");
        operator.apiCalls();
        page.getByLabel("Choose the same file to go on").setInputFiles(payload("people.csv", "email\n"));
        operator.sees("This is another file: it was people.csv, of 2.5 MiB.");
        page.getByLabel("Choose the same file to go on").setInputFiles(payload("people.csv", rows));
        operator.seesHeading("What would happen");
        Assertions.assertThat(operator.apiCalls().stream().filter(call -> call.startsWith("PUT")))
                .hasSize(2);
        operator.button("Import 2,600 users").click();
        operator.sees("Importing");
        operator.button("Sign out").click();
        operator.sees(operator.button("Sign in"));
        Visitor later = stage.operatorElsewhere();
        later.link("Jobs").first().click();
        later.link("people.csv").click();

        later.seesHeading("What happened");
        Assertions.assertThat(users()).isEqualTo(ROWS);
        Assertions.assertThat(asked).containsOnlyOnce("beforeunload");
    }

    private void someoneIsThere(String email, String externalId) {
        stage.userdeck().users().create(NewUser.withEmail(email).externalId(externalId), Actor.system());
    }

    private void hasFocusSomewhere() {
        Assertions.assertThat(page.evaluate("document.activeElement.tagName")).isNotEqualTo("BODY");
    }

    private long users() {
        return stage.userdeck().users().count(Scope.all(), UserFilter.none()).number();
    }

    private Locator file() {
        return page.getByLabel("File", new Page.GetByLabelOptions().setExact(true));
    }

    private void choose(String name, String content) {
        file().setInputFiles(payload(name, content));
    }

    private static FilePayload payload(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}
