package dev.userdeck.testkit.contract;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.mail.Email;
import dev.userdeck.mail.Letter;
import dev.userdeck.mail.Mail;
import dev.userdeck.mail.MailId;
import dev.userdeck.mail.MailOutlet;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.NewMail;
import dev.userdeck.mail.OutgoingMail;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.testkit.Mailbox;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What writing and reading {@link Mail} must do on every engine. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class MailContract extends EngineContract {
    private static final Letter LETTER =
            Letter.of("Hello").paragraph("Hello <Ada> & Co").link("Confirm", "https://shop.example/?a=1&b=2");

    private final Mailbox mailbox = new Mailbox();

    /** For subclasses. */
    protected MailContract() {}

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox);
    }

    @Test
    void withoutASenderNothingIsWritten() {
        Mail mail = start(builder()).mail();

        assertThat(mail.outlet()).isEqualTo(MailOutlet.NONE);
        assertThat(mail.configured()).isFalse();
        assertThat(mail.send(NewMail.of("test", "ada@example.org", LETTER))).isEmpty();
        assertThat(new Tables(database).count("ud_mail")).isZero();
    }

    @Test
    void theLogTakesMailWhereItWasAskedFor() {
        Userdeck logging = start(builder().logMailLinks());

        MailId id = logging.mail()
                .send(NewMail.of("test", "ada@example.org", LETTER))
                .orElseThrow();
        logging.runMaintenance();

        assertThat(logging.mail().outlet()).isEqualTo(MailOutlet.LOG);
        assertThat(logging.mail().configured()).isTrue();
        assertThat(logging.mail().find(id).orElseThrow().state()).isEqualTo(MailState.SENT);
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
        sent(NewMail.of("test", "ada@example.org", LETTER));

        Email mail = mailbox.last();
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
                        ? new Email(
                                mail.to(),
                                "Ahoy " + mail.values().get("name"),
                                mail.letter().url().orElseThrow(),
                                null)
                        : mail.standard()));

        ours.mail().send(NewMail.of("test", "ada@example.org", LETTER).value("name", "Ada"));
        ours.mail().send(NewMail.of("other", "bob@example.org", LETTER));
        ours.runMaintenance();

        assertThat(mailbox.mailsTo("ada@example.org"))
                .containsExactly(new Email("ada@example.org", "Ahoy Ada", "https://shop.example/?a=1&b=2", null));
        assertThat(mailbox.mailsTo("bob@example.org"))
                .extracting(Email::subject)
                .containsExactly("Hello");
    }

    @Test
    void anythingCanBeSaid() {
        String words = "Grüße 🚆 " + "x".repeat(200_000) + "\u0000";

        sent(NewMail.of("test", "ada@bücher.example", Letter.of("Grüße 🚆").paragraph(words)));

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
            assertThatThrownBy(() -> userdeck.mail().send(NewMail.of("test", address, LETTER)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("eve");
        }
        for (String subject : List.of("", " ", "Hello\nBcc: eve@example.org", "Hello\r", "x".repeat(251))) {
            assertThatThrownBy(() -> userdeck.mail().send(NewMail.of("test", "ada@example.org", Letter.of(subject))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Tables(database).count("ud_mail")).isZero();
    }

    @Test
    void theLastMailOfAKindIsFound() {
        UserId ada = created(userdeck, "ada@example.org").id();
        UserId bob = created(userdeck, "bob@example.org").id();
        sent(NewMail.of("verify", "ada@example.org", LETTER).about(ada));
        MailId last = sent(NewMail.of("verify", "ada@example.org", LETTER).about(ada));
        sent(NewMail.of("reset", "ada@example.org", LETTER).about(ada));
        sent(NewMail.of("verify", "bob@example.org", LETTER).about(bob));

        assertThat(userdeck.mail().latest(ada, "verify"))
                .get()
                .extracting(OutgoingMail::id)
                .isEqualTo(last);
        assertThat(userdeck.mail().latest(bob, "reset")).isEmpty();
    }

    @Test
    void mailsAreListedByStateNewestFirst() {
        List<MailId> ids = IntStream.range(0, 5)
                .mapToObj(i -> sent(NewMail.of("test", "user" + i + "@example.org", LETTER)))
                .toList();

        var first = userdeck.mail().list(Set.of(MailState.SENT), 2, null);
        var second = userdeck.mail().list(Set.of(MailState.SENT), 2, first.next());
        var back = userdeck.mail().list(Set.of(MailState.SENT), 2, second.previous());

        assertThat(first.items()).extracting(OutgoingMail::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(second.items()).extracting(OutgoingMail::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(back.items()).isEqualTo(first.items());
        assertThat(userdeck.mail().list(Set.of(MailState.FAILED), 2, null).items())
                .isEmpty();
        assertThatThrownBy(() -> userdeck.mail().list(Set.of(MailState.FAILED), 2, first.next()))
                .isInstanceOf(InvalidCursorException.class);
    }

    private MailId sent(NewMail mail) {
        MailId id = userdeck.mail().send(mail).orElseThrow();
        userdeck.runMaintenance();
        return id;
    }
}
