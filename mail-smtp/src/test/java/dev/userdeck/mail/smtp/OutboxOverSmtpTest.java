package dev.userdeck.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.password.ForgotPasswordResult;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestClock;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a mail server does to those who asked for a mail: nothing. */
@ExtendWith(TestDatabase.H2.class)
@Timeout(60)
class OutboxOverSmtpTest {
    private static final String ADA = "ada@example.org";

    private final TestClock clock = TestClock.create();
    private Userdeck userdeck;
    private UserId ada;

    private void start(TestDatabase database, int port) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .clock(clock)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .passwordResetPage(URI.create("https://shop.example/reset"))
                .emailSender(SmtpEmailSender.to("127.0.0.1", port)
                        .unencrypted()
                        .timeout(Duration.ofMillis(300))
                        .from("no-reply@shop.example")
                        .build())
                .start();
        var created = (CreateUserResult.Created)
                userdeck.users().create(NewUser.withEmail(ADA).withoutPassword(), Actor.system());
        ada = created.user().id();
    }

    @AfterEach
    void stop() {
        userdeck.close();
    }

    @Test
    void aServerThatIsDownGetsTheMailWhenItIsBack(TestDatabase database) throws Exception {
        int port = freePort();
        start(database, port);

        forget();
        assertThat(mail().state()).isEqualTo(OutboxMessageState.WAITING);
        assertThat(mail().lastError()).isNotBlank();

        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            clock.advance(Duration.ofMinutes(1));
            userdeck.runMaintenance();

            assertThat(mail().state()).isEqualTo(OutboxMessageState.SENT);
            assertThat(mail().attempts()).isEqualTo(2);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Choose a new password");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatSaysNothingIsTriedAgain(TestDatabase database) throws Exception {
        try (var silent = new ScriptedServer(Map.of("greeting", ""))) {
            start(database, silent.port());

            forget();

            assertThat(mail().state()).isEqualTo(OutboxMessageState.WAITING);
            assertThat(mail().nextAttemptAt()).isAfter(clock.instant());
        }
    }

    @Test
    void aServerThatRefusesIsNotAskedAgainAndOperatorsSeeWhy(TestDatabase database) throws Exception {
        try (var refusing = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such mailbox"))) {
            start(database, refusing.port());

            forget();

            assertThat(mail().state()).isEqualTo(OutboxMessageState.FAILED);
            assertThat(mail().lastError()).contains("550");
        }
    }

    private void forget() {
        assertThat(userdeck.passwords().forgot(ADA, TenantId.PUBLIC, Actor.anonymous()))
                .isEqualTo(new ForgotPasswordResult.Accepted());
        userdeck.runMaintenance();
    }

    private OutboxMessage mail() {
        return userdeck.outbox().latest(ada, "password-reset").orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
