package dev.userdeck.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.MailDeferredException;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SmtpEmailSenderTest {
    private static final OutboxMessageId ID = new OutboxMessageId("0193-a");
    private static final EmailMessage MAIL =
            new EmailMessage("ada@example.org", "Grüße 🚆", "Hello Ada, good day\n", "<p>Hello Äda</p>");

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aMailArrivesAsTextAndHtml() throws Exception {
        to(server.getSmtp().getPort())
                .from("no-reply@shop.example", "Shop Zürich")
                .build()
                .send(ID, MAIL);

        MimeMessage message = server.getReceivedMessages()[0];
        var parts = (Multipart) message.getContent();
        assertThat(message.getSubject()).isEqualTo("Grüße 🚆");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(message.getFrom()[0].toString()).contains("no-reply@shop.example");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).endsWith("@shop.example>");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Hello Ada, good day");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>Hello Äda</p>");
    }

    @Test
    void textAloneIsOnePart() throws Exception {
        to(server.getSmtp().getPort())
                .build()
                .send(ID, new EmailMessage("ada@bücher.example", "Hello", "Hello Ada", null));

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.isMimeType("text/plain")).isTrue();
        assertThat(message.getAllRecipients()[0]).hasToString("ada@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource({
        "straße.example, xn--strae-oqa.example",
        "STRAẞE。example, xn--strae-oqa.example",
        "βόλος.example, xn--nxasmm1c.example",
        "ԧ.example, xn--b8a.example",
        "xn--strae-oqa.example, xn--strae-oqa.example",
        "strasse.example, strasse.example",
    })
    void theServerIsAskedForTheDomainThatWasMeant(String domain, String asked) throws IOException {
        try (var listening = new ScriptedServer(Map.of())) {
            to(listening.port()).build().send(ID, new EmailMessage("ada@" + domain, "Hello", "Hello Ada", null));

            assertThat(listening.commands()).contains("RCPT TO:<ada@" + asked + ">");
        }
    }

    @Test
    void aDomainThatIsNoneIsRefused() throws IOException {
        try (var listening = new ScriptedServer(Map.of())) {
            var sender = to(listening.port()).build();

            assertThatThrownBy(() ->
                            sender.send(ID, new EmailMessage("ada@stra\u0378e.example", "Hello", "Hello Ada", null)))
                    .isInstanceOf(MailRefusedException.class);
            assertThat(listening.commands()).noneMatch(it -> it.startsWith("RCPT"));
        }
    }

    @Test
    void aLoginIsMade() {
        server.setUser("shop@example.org", "shop", "plum tundra");

        to(server.getSmtp().getPort()).login("shop", "plum tundra").build().send(ID, MAIL);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aWrongPasswordMayBeMended() {
        server.setUser("shop@example.org", "shop", "plum tundra");
        var sender =
                to(server.getSmtp().getPort()).login("shop", "wrong-password").build();

        assertThatThrownBy(() -> sender.send(ID, MAIL))
                .isInstanceOf(MailUnavailableException.class)
                .hasMessageContaining("login")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void withoutEncryptionNothingIsSent() throws IOException {
        try (var plain = new ScriptedServer(Map.of())) {
            var sender = SmtpEmailSender.to("127.0.0.1", plain.port())
                    .from("no-reply@shop.example")
                    .login("shop", "plum tundra")
                    .build();

            assertThatThrownBy(() -> sender.send(ID, MAIL)).isInstanceOf(MailUnavailableException.class);
            assertThat(plain.commands()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 No such user",
        "RCPT, 550 No such user",
        "RCPT, 551 User not local",
        "RCPT, 553 No such mailbox name",
        "RCPT, 552 5.2.2 Mailbox full for good",
        "RCPT, 556 5.1.10 Recipient address has null MX",
        "DATA, 554 No valid recipients",
        "., 550 5.7.1 This is spam",
        "., 552 Too large",
        "., 554 5.6.0 Not like this"
    })
    void whatTheServerHasAgainstAMailForGoodIsRefused(String command, String answer) throws IOException {
        try (var refusing = new ScriptedServer(Map.of(command, answer))) {
            var sender = to(refusing.port()).build();

            assertThatThrownBy(() -> sender.send(ID, MAIL))
                    .isInstanceOf(MailRefusedException.class)
                    .hasMessageContaining(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 Greylisted",
        "RCPT, 451 4.7.1 Greylisted",
        "RCPT, 452 4.2.2 Mailbox full",
        "DATA, 451 Try again later",
        "., 451 4.3.0 Content filter is busy"
    })
    void whatTheServerHasAgainstAMailForNowMayGoLater(String command, String answer) throws IOException {
        try (var busy = new ScriptedServer(Map.of(command, answer))) {
            var sender = to(busy.port()).build();

            assertThatThrownBy(() -> sender.send(ID, MAIL))
                    .isInstanceOf(MailDeferredException.class)
                    .hasMessageContaining(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 554 5.7.1 Client host rejected",
        "greeting, 421 Too busy",
        "MAIL, 530 5.7.0 Must issue a STARTTLS command first",
        "MAIL, 550 5.7.1 Sender not allowed",
        "MAIL, 553 5.1.8 Sender address rejected",
        "MAIL, 451 Try again later",
        "RCPT, 530 5.7.0 Authentication required",
        "RCPT, 535 5.7.8 Authentication failed",
        "RCPT, 504 5.5.2 <app>: Helo command rejected: need fully-qualified hostname",
        "RCPT, 554 5.7.1 Relay access denied",
        "RCPT, 550 5.7.1 Relaying denied",
        "RCPT, 550 5.1.8 Sender address has no mail server",
        "RCPT, 421 4.7.0 Too many connections",
        "DATA, 503 5.5.1 No valid recipients",
        "., 421 4.3.2 Shutting down"
    })
    void whatTheServerHasAgainstTheAppKeepsTheMail(String command, String answer) throws IOException {
        try (var refusing = new ScriptedServer(Map.of(command, answer))) {
            var sender = to(refusing.port()).build();

            assertThatThrownBy(() -> sender.send(ID, MAIL))
                    .isInstanceOf(MailUnavailableException.class)
                    .hasMessageContaining(answer.substring(0, 3));
        }
    }

    @Test
    void allTriesOfAMailHaveOneMessageId() throws Exception {
        var sender = to(server.getSmtp().getPort()).build();

        sender.send(ID, MAIL);
        sender.send(ID, MAIL);

        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<" + ID + "@shop.example>", "<" + ID + "@shop.example>");
    }

    @Test
    void theEndOfAMailIsWaitedForLongerThanTheRest() throws IOException {
        try (var careful = new ScriptedServer(Map.of()).slowIn(".", Duration.ofMillis(900))) {
            var sender = to(careful.port()).timeout(Duration.ofMillis(300)).build();

            assertThatCode(() -> sender.send(ID, MAIL)).doesNotThrowAnyException();
        }
    }

    @Test
    void whoeverIsSilentIsNamedAsSilent() throws IOException {
        try (var silent = new ScriptedServer(Map.of("RCPT", ""))) {
            var sender = to(silent.port()).timeout(Duration.ofMillis(300)).build();

            assertThatThrownBy(() -> sender.send(ID, MAIL)).hasMessageContaining("no answer in time");
        }
    }

    @Test
    void itGreetsByAFullNameOrAnAddress() throws IOException {
        try (var plain = new ScriptedServer(Map.of())) {
            to(plain.port()).build().send(ID, MAIL);
            to(plain.port()).helo("app.shop.example").build().send(ID, MAIL);

            assertThat(plain.commands().stream().filter(it -> it.startsWith("EHLO")))
                    .satisfiesExactly(
                            first -> assertThat(first).matches("EHLO (\\[[0-9a-zA-Z.:]+]|[^. ]+\\.\\S+)"),
                            second -> assertThat(second).isEqualTo("EHLO app.shop.example"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app", "127.0.0.1", "app.shop.example\r\nMAIL", "-a.b", "a..b", "[app]"})
    void itGreetsByNoOtherName(String name) {
        assertThatThrownBy(() -> to(25).helo(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("app.shop.example");
    }

    @Test
    void theSendersDomainGoesAsTheRecipients() throws Exception {
        to(server.getSmtp().getPort()).from("no-reply@bücher.example").build().send(ID, MAIL);

        assertThat(server.getReceivedMessages()[0].getFrom()[0]).hasToString("no-reply@xn--bcher-kva.example");
        assertThat(server.getReceivedMessages()[0].getMessageID()).endsWith("@xn--bcher-kva.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "RCPT", "."})
    void aServerThatSaysNothingIsGivenUp(String command) throws IOException {
        try (var silent = new ScriptedServer(Map.of(command, ""))) {
            var sender = to(silent.port())
                    .timeout(Duration.ofMillis(300))
                    .dataDoneTimeout(Duration.ofMillis(300))
                    .build();

            assertThatThrownBy(() -> sender.send(ID, MAIL)).isInstanceOf(MailUnavailableException.class);
        }
    }

    @Test
    void aGoodbyeThatFailsIsNoFailure() throws IOException {
        try (var rude = new ScriptedServer(Map.of("QUIT", ""))) {
            var sender = to(rude.port()).timeout(Duration.ofMillis(300)).build();

            assertThatCode(() -> sender.send(ID, MAIL)).doesNotThrowAnyException();
        }
    }

    @Test
    void aServerThatIsDownMayComeBack() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> to(port).build().send(ID, MAIL)).isInstanceOf(MailUnavailableException.class);
    }

    @Test
    void anAddressThatTheServerCantTakeIsRefused() throws IOException {
        try (var old = new ScriptedServer(Map.of())) {
            var sender = to(old.port()).build();

            assertThatThrownBy(() -> sender.send(ID, new EmailMessage("jörg@example.org", "Hello", "Hello", null)))
                    .isInstanceOf(MailRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "a@b.example\r\nBcc: eve@example.org",
                "a@b.example, eve@example.org",
                "<a@b.example>",
                "jürgen@shop.example",
                "a@-bücher-.example",
                "a@b..example"
            })
    void noHeaderIsAddedByWhoItIsFrom(String address) {
        var builder = to(25);

        assertThatThrownBy(() -> builder.from(address)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.from("a@b.example", "Shop\r\nBcc: eve@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SmtpEmailSender.Builder to(int port) {
        return SmtpEmailSender.to("127.0.0.1", port).unencrypted().from("no-reply@shop.example");
    }
}
