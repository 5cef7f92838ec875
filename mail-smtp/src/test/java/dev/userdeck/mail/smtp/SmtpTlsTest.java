package dev.userdeck.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.MailUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes with a mail server. */
@Timeout(60)
class SmtpTlsTest {
    private static final OutboxMessageId ID = new OutboxMessageId("0193-a");
    private static final EmailMessage MAIL = new EmailMessage("ada@example.org", "Hello", "Hello Ada\n", null);

    private static TestCertificate own;
    private static TestCertificate anothers;

    private GreenMail server;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        own = TestCertificate.of(folder, "dns:localhost");
        anothers = TestCertificate.of(folder, "dns:other.example");
    }

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("shop@example.org", "shop", "plum tundra");
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aMailIsEncryptedFromTheFirstByteOn() throws Exception {
        try (var front = front(own, false)) {
            to(front)
                    .tls()
                    .socketFactory(own.trusting())
                    .login("shop", "plum tundra")
                    .build()
                    .send(ID, MAIL);
        }

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEndOfAMailIsWaitedForLongerThanTheRest(boolean afterStartTls) throws Exception {
        try (var careful = new ScriptedServer(Map.of()).slowIn(".", Duration.ofMillis(2_500));
                var front = new TlsFront(own.server(), afterStartTls, careful.port())) {
            var builder = to(front).socketFactory(own.trusting()).timeout(Duration.ofSeconds(2));
            var sender = afterStartTls ? builder.build() : builder.tls().build();

            assertThatCode(() -> sender.send(ID, MAIL)).doesNotThrowAnyException();
        }
    }

    @Test
    void nothingButTheWishForEncryptionIsSaidInClear() throws Exception {
        try (var front = front(own, true)) {
            to(front)
                    .socketFactory(own.trusting())
                    .login("shop", "plum tundra")
                    .build()
                    .send(ID, MAIL);

            assertThat(front.inClear()).hasSize(2);
            assertThat(front.inClear().get(0)).startsWith("EHLO ");
            assertThat(front.inClear().get(1)).isEqualTo("STARTTLS");
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatNobodyVouchesForIsSentNothing() throws Exception {
        for (boolean afterStartTls : new boolean[] {false, true}) {
            try (var front = front(own, afterStartTls)) {
                var sender = afterStartTls ? to(front).build() : to(front).tls().build();

                assertThatThrownBy(() -> sender.send(ID, MAIL)).isInstanceOf(MailUnavailableException.class);
            }
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithTheCertificateOfAnotherIsSentNothing() throws Exception {
        for (boolean afterStartTls : new boolean[] {false, true}) {
            try (var front = front(anothers, afterStartTls)) {
                var builder = to(front).socketFactory(anothers.trusting());
                var sender = afterStartTls ? builder.build() : builder.tls().build();

                assertThatThrownBy(() -> sender.send(ID, MAIL)).isInstanceOf(MailUnavailableException.class);
            }
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatCannotEncryptIsSentNothing() {
        var sender = SmtpEmailSender.to("localhost", server.getSmtp().getPort())
                .from("no-reply@shop.example")
                .build();

        assertThatThrownBy(() -> sender.send(ID, MAIL)).isInstanceOf(MailUnavailableException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private TlsFront front(TestCertificate certificate, boolean afterStartTls) throws Exception {
        return new TlsFront(
                certificate.server(), afterStartTls, server.getSmtp().getPort());
    }

    private static SmtpEmailSender.Builder to(TlsFront front) {
        return SmtpEmailSender.to("localhost", front.port())
                .timeout(Duration.ofSeconds(20))
                .from("no-reply@shop.example");
    }
}
