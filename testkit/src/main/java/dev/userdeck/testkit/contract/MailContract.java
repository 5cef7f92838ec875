package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.OutboxQuery;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What writing and reading {@link Outbox} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class MailContract extends EngineContract {
    private static final EmailContent LETTER =
            EmailContent.of("Hello").paragraph("Hello <Ada> & Co").link("Confirm", "https://shop.example/?a=1&b=2");

    private final Mailbox mailbox = new Mailbox();

    /** For subclasses. */
    protected MailContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox);
    }

    @Test
    void withoutASenderNothingIsWritten() {
        Outbox mail = start(builder()).outbox();

        assertThat(mail.delivery()).isEqualTo(MailDelivery.NONE);
        assertThat(mail.configured()).isFalse();
        assertThat(mail.send(NewEmail.of("test", "ada@example.org", LETTER))).isEmpty();
        assertThat(new Tables(database).count("ud_outbox_message")).isZero();
    }

    @Test
    void theLogTakesMailWhereItWasAskedFor() {
        Userdeck logging = start(builder().logMailLinks());

        OutboxMessageId id = logging.outbox()
                .send(NewEmail.of("test", "ada@example.org", LETTER))
                .orElseThrow();
        logging.runMaintenance();

        assertThat(logging.outbox().delivery()).isEqualTo(MailDelivery.LOG);
        assertThat(logging.outbox().configured()).isTrue();
        assertThat(logging.outbox().find(id).orElseThrow().state()).isEqualTo(OutboxMessageState.SENT);
    }

    @Test
    void mailGoesToOnePlace() {
        var both = builder().emailSender(mailbox).logMailLinks();

        assertThatThrownBy(both::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("logMailLinks()");
    }

    @Test
    void aMailIsTextAndHtml() {
        sent(NewEmail.of("test", "ada@example.org", LETTER));

        EmailMessage mail = mailbox.last();
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.text()).isEqualTo("Hello <Ada> & Co\n\nConfirm:\nhttps://shop.example/?a=1&b=2\n");
        assertThat(mail.html())
                .contains("Hello &lt;Ada&gt; &amp; Co")
                .contains("<a href=\"https://shop.example/?a=1&amp;b=2\">");
    }

    @Test
    void theAppsWordsReplaceOurs() {
        Userdeck ours = start(builder()
                .emailSender(mailbox)
                .mailTemplates(mail -> mail.kind().equals("test")
                        ? new EmailMessage(
                                mail.to(),
                                "Ahoy " + mail.values().get("name"),
                                mail.content().url().orElseThrow(),
                                null)
                        : mail.defaultMessage()));

        ours.outbox().send(NewEmail.of("test", "ada@example.org", LETTER).value("name", "Ada"));
        ours.outbox().send(NewEmail.of("other", "bob@example.org", LETTER));
        ours.runMaintenance();

        assertThat(mailbox.mailsTo("ada@example.org"))
                .containsExactly(
                        new EmailMessage("ada@example.org", "Ahoy Ada", "https://shop.example/?a=1&b=2", null));
        assertThat(mailbox.mailsTo("bob@example.org"))
                .extracting(EmailMessage::subject)
                .containsExactly("Hello");
    }

    @Test
    void anythingCanBeSaid() {
        String words = "Grüße 🚆 " + "x".repeat(200_000) + "\u0000";

        sent(NewEmail.of(
                "test", "ada@bücher.example", EmailContent.of("Grüße 🚆").paragraph(words)));

        assertThat(mailbox.last().subject()).isEqualTo("Grüße 🚆");
        assertThat(mailbox.last().text()).isEqualTo(words.replace("\u0000", "") + "\n");
    }

    @Test
    void noHeaderCanBeAdded() {
        for (String address : List.of(
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org,eve@example.org",
                "Ada <ada@example.org>",
                "ada@exam ple.org",
                "ada@example.org\u2028")) {
            assertThatThrownBy(() -> userdeck.outbox().send(NewEmail.of("test", address, LETTER)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("eve");
        }
        for (String subject : List.of("", " ", "Hello\nBcc: eve@example.org", "Hello\r", "x".repeat(251))) {
            assertThatThrownBy(() ->
                            userdeck.outbox().send(NewEmail.of("test", "ada@example.org", EmailContent.of(subject))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Tables(database).count("ud_outbox_message")).isZero();
    }

    @Test
    void theLastMailOfAKindIsFound() {
        UserId ada = created(userdeck, "ada@example.org").id();
        UserId bob = created(userdeck, "bob@example.org").id();
        sent(NewEmail.of("verify", "ada@example.org", LETTER).user(ada));
        OutboxMessageId last =
                sent(NewEmail.of("verify", "ada@example.org", LETTER).user(ada));
        sent(NewEmail.of("reset", "ada@example.org", LETTER).user(ada));
        sent(NewEmail.of("verify", "bob@example.org", LETTER).user(bob));

        assertThat(userdeck.outbox().latest(ada, "verify"))
                .get()
                .extracting(OutboxMessage::id)
                .isEqualTo(last);
        assertThat(userdeck.outbox().latest(bob, "reset")).isEmpty();
    }

    @Test
    void mailsAreListedByStateNewestFirst() {
        List<OutboxMessageId> ids = IntStream.range(0, 5)
                .mapToObj(i -> sent(NewEmail.of("test", "user" + i + "@example.org", LETTER)))
                .toList();

        var first = userdeck.outbox()
                .list(OutboxQuery.of(Set.of(OutboxMessageState.SENT)).size(2));
        var second = userdeck.outbox()
                .list(OutboxQuery.of(Set.of(OutboxMessageState.SENT)).size(2).cursor(first.nextCursor()));
        var back = userdeck.outbox()
                .list(OutboxQuery.of(Set.of(OutboxMessageState.SENT)).size(2).cursor(second.previousCursor()));

        assertThat(first.items()).extracting(OutboxMessage::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(second.items()).extracting(OutboxMessage::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(back.items()).isEqualTo(first.items());
        assertThat(userdeck.outbox()
                        .list(OutboxQuery.of(Set.of(OutboxMessageState.FAILED)).size(2))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> userdeck.outbox()
                        .list(OutboxQuery.of(Set.of(OutboxMessageState.FAILED))
                                .size(2)
                                .cursor(first.nextCursor())))
                .isInstanceOf(InvalidCursorException.class);
    }

    private OutboxMessageId sent(NewEmail mail) {
        OutboxMessageId id = userdeck.outbox().send(mail).orElseThrow();
        userdeck.runMaintenance();
        return id;
    }
}
