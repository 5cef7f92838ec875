package dev.userdeck.internal.mail;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails to the log, for development. */
public final class LogSender implements EmailSender {
    private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);

    @Override
    public void send(OutboxMessageId id, EmailMessage email) {
        LOG.info("Mail to {}: {}\n{}", email.to(), email.subject(), email.text());
    }
}
