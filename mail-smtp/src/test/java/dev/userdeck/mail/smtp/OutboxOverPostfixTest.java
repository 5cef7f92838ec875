package dev.userdeck.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.OutboxMessageState;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.testkit.PostfixServer;
import dev.userdeck.testkit.TestClock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
        public void send(OutboxMessageId id, EmailMessage email) {
            now.send(id, email);
        }
    }

    @BeforeAll
    static void startPostfix() throws Exception {
        postfix = PostfixServer.start();
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

        assertThat(sent("ada@example.org").state()).isEqualTo(OutboxMessageState.SENT);
    }

    @Test
    void aServerThatWantsAFullNameIsGreetedByOne() {
        assertThat(sent("ada@example.org").lastError()).isNull();

        road.leadsTo(to(postfix.open).helo("app.shop.example").build());
        assertThat(sent("ada@example.org").state()).isEqualTo(OutboxMessageState.SENT);
    }

    @Test
    void whatTheServerHasAgainstTheAppWaitsUntilThatIsMended() {
        road.leadsTo(to(postfix.closed).build());
        OutboxMessage kept = sent("ada@example.org");
        road.leadsTo(to(postfix.notRelaying).build());
        OutboxMessage alsoKept = sent("bob@elsewhere.example");

        assertThat(List.of(kept, alsoKept)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(OutboxMessageState.WAITING);
            assertThat(mail.lastError()).contains("5.7.1");
        });

        road.leadsTo(to(postfix.open).build());
        assertThat(userdeck.outbox().sendAllAgain(Actor.system())).isEqualTo(2);
        userdeck.runMaintenance();
        assertThat(found(kept).state()).isEqualTo(OutboxMessageState.SENT);
        assertThat(found(alsoKept).state()).isEqualTo(OutboxMessageState.SENT);
    }

    @Test
    void aFullMailboxKeepsNobodyElseWaiting() {
        List<OutboxMessageId> full =
                List.of(write("full@example.org"), write("full@example.org"), write("full@example.org"));
        OutboxMessageId good = write("ada@example.org");

        userdeck.runMaintenance();

        assertThat(full).allSatisfy(id -> {
            OutboxMessage mail = userdeck.outbox().find(id).orElseThrow();
            assertThat(mail.state()).isEqualTo(OutboxMessageState.WAITING);
            assertThat(mail.lastError()).contains("450 4.2.2");
        });
        assertThat(userdeck.outbox().find(good).orElseThrow().state()).isEqualTo(OutboxMessageState.SENT);
    }

    @Test
    void whoIsNotThereIsGivenUpAtOnce() {
        OutboxMessage mail = sent("gone@example.org");

        assertThat(mail.state()).isEqualTo(OutboxMessageState.FAILED);
        assertThat(mail.lastError()).contains("550 5.1.1");
    }

    private static SmtpEmailSender.Builder to(int port) {
        return SmtpEmailSender.to("127.0.0.1", port).unencrypted().from("no-reply@shop.example");
    }

    private OutboxMessageId write(String address) {
        return userdeck.outbox()
                .send(NewEmail.of("test", address, EmailContent.of("Hello").paragraph("Good day")))
                .orElseThrow();
    }

    private OutboxMessage sent(String address) {
        OutboxMessageId id = write(address);
        userdeck.runMaintenance();
        return userdeck.outbox().find(id).orElseThrow();
    }

    private OutboxMessage found(OutboxMessage mail) {
        return userdeck.outbox().find(mail.id()).orElseThrow();
    }
}
