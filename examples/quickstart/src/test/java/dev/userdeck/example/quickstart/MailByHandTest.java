package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.OutboxMessageId;
import org.junit.jupiter.api.Test;

/** An operator looks after mails that the mail server didn't take. */
class MailByHandTest extends OperatorByHand {
    private static final String PAGE = "dashboard/p/outbox";

    @Test
    void whatWasNotSentIsToldWithTheReasonAndSentAgain() {
        operator.link("Mail").click();
        operator.sees("All mail was sent");
        operator.looksAround("a page of mails without one");

        stage.mailServer().close();
        OutboxMessageId ada = send("ada@example.org");
        send("grace.brewster.murray.hopper@mail.shipyard.example.org");
        operator.open(PAGE);
        Locator row = row("ada@example.org");
        operator.sees(row.getByText("Waiting"));
        operator.sees(row.getByText("Couldn't connect to host"));
        operator.looksAround("mails that were not sent");

        row.getByRole(AriaRole.BUTTON).click();
        operator.sees("It is being sent again");
        operator.button("Send all again").click();
        operator.sees("All that can be is being sent again");
        stage.userdeck().runMaintenance();

        assertThat(stage.userdeck().outbox().find(ada).orElseThrow().attempts()).isGreaterThan(1);
        operator.hadNoTroubleBut("401 GET /dashboard/api/session");
    }

    private OutboxMessageId send(String address) {
        OutboxMessageId id = stage.userdeck()
                .outbox()
                .send(NewEmail.of("password-reset", address, EmailContent.of("Hello")))
                .orElseThrow();
        stage.userdeck().runMaintenance();
        return id;
    }

    private Locator row(String words) {
        return operator.page()
                .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
