package dev.userdeck.testkit.contract;

import dev.userdeck.Userdeck;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.mail.Outbox;
import dev.userdeck.mail.OutboxMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.testkit.Mailbox;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contracts about sending: a mailbox that takes or refuses, and a mail with a link that is a secret. */
abstract class OutboxMails extends EngineContract {
    static final String LINK = "https://shop.example/verify#token=AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKK";

    final Mailbox mailbox = new Mailbox();
    Outbox mail;
    Tables tables;

    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.emailSender(mailbox);
    }

    @BeforeEach
    final void open() {
        mail = userdeck.outbox();
        tables = new Tables(database);
    }

    final OutboxMessageId send(String address) {
        return mail.send(to(address)).orElseThrow();
    }

    static final NewEmail to(String address) {
        return NewEmail.of("test", address, EmailContent.of("Confirm").link("Confirm", LINK));
    }

    final OutboxMessage found(OutboxMessageId id) {
        return mail.find(id).orElseThrow();
    }
}
