package dev.userdeck.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that waits longer for the answer to the end of a mail than for the others (RFC 5321, 4.5.3.2.6). */
final class SmtpConnection extends SMTPTransport {
    private final AnswerTimeout answers;
    private final Duration dataDoneTimeout;

    SmtpConnection(Session session, AnswerTimeout answers, Duration dataDoneTimeout) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.answers = answers;
        this.dataDoneTimeout = dataDoneTimeout;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        answers.set(Math.toIntExact(dataDoneTimeout.toMillis()));
        super.finishData();
    }
}
