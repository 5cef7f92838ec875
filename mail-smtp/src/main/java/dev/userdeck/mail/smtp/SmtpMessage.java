package dev.userdeck.mail.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.internal.idna.DomainName;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.MailRefusedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail in the form that SMTP carries. */
final class SmtpMessage extends SMTPMessage {
    private final OutboxMessageId id;
    private final Sender sender;

    SmtpMessage(Session session, OutboxMessageId id, EmailMessage email, Sender sender) throws MessagingException {
        super(session);
        this.id = id;
        this.sender = sender;
        int at = email.to().lastIndexOf('@');
        String local = email.to().substring(0, at);
        setEnvelopeFrom(sender.address());
        setFrom(sender.header());
        var recipient = new InternetAddress();
        recipient.setAddress(local + "@" + inAscii(email.to().substring(at + 1)));
        setRecipient(Message.RecipientType.TO, recipient);
        setSubject(email.subject(), UTF_8.name());
        setDate();
        // RFC 3834: no out-of-office reply, please
        setHeader("Auto-Submitted", "auto-generated");
        write(email);
    }

    /** The same name as the user's key has. One that is in ASCII already is the server's to judge. */
    private static String inAscii(String domain) {
        if (US_ASCII.newEncoder().canEncode(domain)) {
            return domain;
        }
        return DomainName.toAscii(domain)
                .orElseThrow(() -> new MailRefusedException("What comes after the @ is no domain name.", null));
    }

    @SuppressWarnings("JavaUtilDate") // Jakarta Mail takes no other
    private void setDate() throws MessagingException {
        setSentDate(new Date());
    }

    private void write(EmailMessage email) throws MessagingException {
        String html = email.html();
        if (html == null) {
            setText(email.text(), UTF_8.name());
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(email.text(), UTF_8.name());
        var formatted = new MimeBodyPart();
        formatted.setText(html, UTF_8.name(), "html");
        setContent(new MimeMultipart("alternative", plain, formatted));
    }

    /** Whether the address is one that the server has to know SMTPUTF8 (RFC 6531) for. */
    static boolean needsUtf8(EmailMessage email) {
        String local = email.to().substring(0, email.to().lastIndexOf('@'));
        return !US_ASCII.newEncoder().canEncode(local);
    }

    /** The same for each try. Jakarta Mail's own is not, and tells the account and the name of this machine. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + "@" + sender.domain() + ">");
    }
}
