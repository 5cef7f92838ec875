package dev.userdeck.example.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.mail.smtp.SmtpEmailSender;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.testkit.PostfixServer;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator knows what became of mail: by a real Postfix, by one that is dead, and without any. */
class MailByHandTest {
    @TempDir
    private Path data;

    private Stage stage;
    private Visitor operator;

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void whatPostfixTakesAndRefusesIsTold() throws Exception {
        try (var postfix = PostfixServer.start()) {
            open(to(postfix.open));
            operator.link("Mail").click();
            operator.sees("No mail yet");
            operator.looksAround("a page of mails without one");

            invite("ada@example.org");
            operator.sees("Created. The invitation waits to be sent.");
            operator.sees(panel().getByText("handed to the mail server"));
            operator.looksAround("a user whose invitation was sent");
            operator.button("Send invitation").click();
            operator.sees("The invitation to ada@example.org waits to be sent.");
            assertThat(panel().getByText("handed to the mail server")).hasCount(2);

            // seen without a reload
            invite("gone@example.org");
            operator.sees("Invitation not delivered: ");
            operator.sees(panel().getByText("550 5.1.1"));
            operator.looksAround("a user whose invitation was refused");

            operator.open("dashboard/p/outbox");
            operator.sees(row("gone@example.org").getByText("Failed"));
            assertThat(operator.page().getByText("ada@example.org")).hasCount(2);
            assertThat(row("ada@example.org").getByRole(AriaRole.BUTTON)).hasCount(0);
            operator.looksAround("a page of mails");
            operator.page().getByLabel("State").selectOption("failed");
            assertThat(operator.page().getByText("ada@example.org")).hasCount(0);
            operator.page().getByLabel("State").selectOption("");
            operator.page().getByRole(AriaRole.SEARCHBOX).fill("ADA@");
            assertThat(operator.page().getByText("gone@example.org")).hasCount(0);
            assertThat(operator.page().getByText("ada@example.org")).hasCount(2);
            operator.page().getByLabel("State").selectOption("waiting");
            operator.sees("Nothing found");
            operator.button("Show all").click();
            operator.sees(row("gone@example.org"));
            operator.hadNoTroubleBut("401 GET /dashboard/api/session");
        }
    }

    @Test
    void aDeadServerShowsAndWhatWaitedGoesOnceItIsThere() throws Exception {
        var road = new Road();
        try (var postfix = PostfixServer.start()) {
            open(road);
            road.leadsTo(to(1));
            invite("ada@example.org");
            operator.sees("Invitation not sent yet: ");
            operator.sees("It is tried again by itself.");
            operator.sees(panel().getByText("Waiting"));
            operator.looksAround("a user whose invitation waits for a dead server");

            road.leadsTo(to(postfix.open));
            operator.page().getByLabel("Send again: Invitation").first().click();
            operator.sees("It waits to be sent.");
            operator.sees(panel().getByText("handed to the mail server"));
            assertThat(operator.page().getByText("Invitation not sent yet: ")).hasCount(0);
            operator.hadNoTroubleBut("401 GET /dashboard/api/session");
        }
    }

    @Test
    void withoutAMailServerTheOperatorIsGivenTheLink() throws Exception {
        open(null);
        invite("ada@example.org");
        operator.sees("Created. No mail server is set, so here is a link to hand over.");
        String invitation = link();
        operator.looksAround("a link to hand over");
        Visitor ada = stage.guest();
        ada.open(invitation);
        ada.page()
                .getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("plum tundra violet 47");
        ada.button("Set password").click();
        ada.sees("Your password is set.");

        operator.page().reload();
        operator.button("Make reset link").click();
        operator.sees("No mail server is set. Give ada@example.org this link:");
        org.assertj.core.api.Assertions.assertThat(link()).contains("reset.html#token=");
        operator.sees("Not verified");
        operator.button("Send mail").click();
        operator.sees("The link is in the log of the app");
        operator.sees(panel().getByText("written to the log of the app").first());
        assertThat(operator.page().getByText("on its way")).hasCount(0);
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    /** Leads to one server or another, as settings that are mended meanwhile do. */
    private static final class Road implements EmailSender {
        private volatile EmailSender now = to(1);

        void leadsTo(EmailSender sender) {
            now = sender;
        }

        @Override
        public void send(dev.userdeck.mail.OutboxMessageId id, dev.userdeck.mail.EmailMessage email) {
            now.send(id, email);
        }
    }

    private static EmailSender to(int port) {
        return SmtpEmailSender.to("127.0.0.1", port)
                .unencrypted()
                .from("no-reply@shop.example")
                .helo("app.shop.example")
                .build();
    }

    private void open(EmailSender mail) throws Exception {
        stage = Stage.open(data, mail);
        operator = stage.operator();
    }

    private void invite(String email) {
        operator.open("dashboard/users/new");
        operator.dialog()
                .getByLabel("Email", new Locator.GetByLabelOptions().setExact(true))
                .fill(email);
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create user"))
                .click();
        operator.seesHeading(email);
    }

    private String link() {
        return operator.page().getByLabel("Link to hand over").inputValue();
    }

    private Locator panel() {
        return operator.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^Mail\\b")));
    }

    private Locator row(String words) {
        return operator.page()
                .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
