package dev.userdeck.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.userdeck.mail.Email;
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
    private static final Email MAIL =
            new Email("ada@example.org", "Grüße 🚆", "Hello Ada, good day\n", "<p>Hello Äda</p>");

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
                .send(MAIL);

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
        to(server.getSmtp().getPort()).build().send(new Email("ada@bücher.example", "Hello", "Hello Ada", null));

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
            to(listening.port()).build().send(new Email("ada@" + domain, "Hello", "Hello Ada", null));

            assertThat(listening.commands()).contains("RCPT TO:<ada@" + asked + ">");
        }
    }

    @Test
    void aDomainThatIsNoneIsRefused() throws IOException {
        try (var listening = new ScriptedServer(Map.of())) {
            var sender = to(listening.port()).build();

            assertThatThrownBy(() -> sender.send(new Email("ada@stra\u0378e.example", "Hello", "Hello Ada", null)))
                    .isInstanceOf(MailRefusedException.class);
            assertThat(listening.commands()).noneMatch(it -> it.startsWith("RCPT"));
        }
    }

    @Test
    void aLoginIsMade() {
        server.setUser("shop@example.org", "shop", "plum tundra");

        to(server.getSmtp().getPort()).login("shop", "plum tundra").build().send(MAIL);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aWrongPasswordMayBeMended() {
        server.setUser("shop@example.org", "shop", "plum tundra");
        var sender =
                to(server.getSmtp().getPort()).login("shop", "wrong-password").build();

        assertThatThrownBy(() -> sender.send(MAIL))
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

            assertThatThrownBy(() -> sender.send(MAIL)).isInstanceOf(MailUnavailableException.class);
            assertThat(plain.commands()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "MAIL", "DATA", "."})
    void whatTheServerRefusesForGoodIsRefused(String command) throws IOException {
        try (var refusing = new ScriptedServer(Map.of(command, "550 5.1.1 No such user"))) {
            var sender = to(refusing.port()).build();

            assertThatThrownBy(() -> sender.send(MAIL))
                    .isInstanceOf(MailRefusedException.class)
                    .hasMessageContaining("550 5.1.1 No such user");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "RCPT", "MAIL", "DATA", "."})
    void whatTheServerRefusesForNowMayBeTriedAgain(String command) throws IOException {
        try (var busy = new ScriptedServer(Map.of(command, "451 4.7.1 Greylisted"))) {
            var sender = to(busy.port()).build();

            assertThatThrownBy(() -> sender.send(MAIL)).isInstanceOf(MailUnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "RCPT", "."})
    void aServerThatSaysNothingIsGivenUp(String command) throws IOException {
        try (var silent = new ScriptedServer(Map.of(command, ""))) {
            var sender = to(silent.port()).timeout(Duration.ofMillis(300)).build();

            assertThatThrownBy(() -> sender.send(MAIL)).isInstanceOf(MailUnavailableException.class);
        }
    }

    @Test
    void aGoodbyeThatFailsIsNoFailure() throws IOException {
        try (var rude = new ScriptedServer(Map.of("QUIT", ""))) {
            var sender = to(rude.port()).timeout(Duration.ofMillis(300)).build();

            assertThatCode(() -> sender.send(MAIL)).doesNotThrowAnyException();
        }
    }

    @Test
    void aServerThatIsDownMayComeBack() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> to(port).build().send(MAIL)).isInstanceOf(MailUnavailableException.class);
    }

    @Test
    void anAddressThatTheServerCantTakeIsRefused() throws IOException {
        try (var old = new ScriptedServer(Map.of())) {
            var sender = to(old.port()).build();

            assertThatThrownBy(() -> sender.send(new Email("jörg@example.org", "Hello", "Hello", null)))
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
                "<a@b.example>"
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
