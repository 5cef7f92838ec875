package dev.userdeck.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.mail.Email;
import dev.userdeck.mail.Letter;
import dev.userdeck.mail.MailId;
import dev.userdeck.mail.MailState;
import dev.userdeck.mail.NewMail;
import dev.userdeck.mail.OutgoingMail;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.testkit.TestClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real mail server says, and what becomes of the mail then. */
@Timeout(120)
class OutboxOverPostfixTest {
    private static PostfixServer postfix;

    private final Road road = new Road();
    private Userdeck userdeck;

    /** Leads to one port or another, as settings that are mended meanwhile do. */
    private static final class Road implements EmailSender {
        private EmailSender now = (id, email) -> {
            throw new IllegalStateException("There is no server yet");
        };

        void leadsTo(SmtpEmailSender sender) {
            now = sender;
        }

        @Override
        public void send(MailId id, Email email) {
            now.send(id, email);
        }
    }

    @BeforeAll
    static void startPostfix(@TempDir Path folder) throws Exception {
        postfix = PostfixServer.start(folder);
    }

    @AfterAll
    static void stopPostfix() throws Exception {
        if (postfix != null) {
            postfix.close();
        }
    }

    @BeforeEach
    void start() {
        userdeck = Userdeck.builder()
                .inMemory()
                .clock(TestClock.create())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .emailSender(road)
                .start();
        road.leadsTo(to(postfix.open).build());
    }

    @AfterEach
    void stop() {
        userdeck.close();
    }

    @Test
    void aSenderWithLettersBeyondAToZIsTaken() {
        road.leadsTo(to(postfix.open).from("no-reply@bücher.example", "Bücher").build());

        assertThat(sent("ada@example.org").state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aServerThatWantsAFullNameIsGreetedByOne() {
        assertThat(sent("ada@example.org").lastAnswer()).isNull();

        road.leadsTo(to(postfix.open).helo("app.shop.example").build());
        assertThat(sent("ada@example.org").state()).isEqualTo(MailState.SENT);
    }

    @Test
    void whatTheServerHasAgainstTheAppWaitsUntilThatIsMended() {
        road.leadsTo(to(postfix.closed).build());
        OutgoingMail kept = sent("ada@example.org");
        road.leadsTo(to(postfix.notRelaying).build());
        OutgoingMail alsoKept = sent("bob@elsewhere.example");

        assertThat(List.of(kept, alsoKept)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.WAITING);
            assertThat(mail.lastAnswer()).contains("5.7.1");
        });

        road.leadsTo(to(postfix.open).build());
        assertThat(userdeck.mail().sendAllAgain(Actor.system())).isEqualTo(2);
        userdeck.runMaintenance();
        assertThat(found(kept).state()).isEqualTo(MailState.SENT);
        assertThat(found(alsoKept).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aFullMailboxKeepsNobodyElseWaiting() {
        List<MailId> full = List.of(write("full@example.org"), write("full@example.org"), write("full@example.org"));
        MailId good = write("ada@example.org");

        userdeck.runMaintenance();

        assertThat(full).allSatisfy(id -> {
            OutgoingMail mail = userdeck.mail().find(id).orElseThrow();
            assertThat(mail.state()).isEqualTo(MailState.WAITING);
            assertThat(mail.lastAnswer()).contains("450 4.2.2");
        });
        assertThat(userdeck.mail().find(good).orElseThrow().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void whoIsNotThereIsGivenUpAtOnce() {
        OutgoingMail mail = sent("gone@example.org");

        assertThat(mail.state()).isEqualTo(MailState.FAILED);
        assertThat(mail.lastAnswer()).contains("550 5.1.1");
    }

    private static SmtpEmailSender.Builder to(int port) {
        return SmtpEmailSender.to("127.0.0.1", port).unencrypted().from("no-reply@shop.example");
    }

    private MailId write(String address) {
        return userdeck.mail()
                .send(NewMail.of("test", address, Letter.of("Hello").paragraph("Good day")))
                .orElseThrow();
    }

    private OutgoingMail sent(String address) {
        MailId id = write(address);
        userdeck.runMaintenance();
        return userdeck.mail().find(id).orElseThrow();
    }

    private OutgoingMail found(OutgoingMail mail) {
        return userdeck.mail().find(mail.id()).orElseThrow();
    }
}
