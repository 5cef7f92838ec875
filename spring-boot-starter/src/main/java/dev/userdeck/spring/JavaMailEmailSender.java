package dev.userdeck.spring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.error.UserdeckException;
import dev.userdeck.internal.idna.DomainName;
import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.OutboxMessageId;
import dev.userdeck.mail.spi.EmailSender;
import dev.userdeck.mail.spi.MailDeferredException;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends by the app's own {@link JavaMailSender}. */
final class JavaMailEmailSender implements EmailSender {
    private final JavaMailSender sender;
    private final InternetAddress from;

    JavaMailEmailSender(JavaMailSender sender, String from) {
        this.sender = sender;
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new ConfigurationException(
                    "userdeck.mail.from takes an address, as in Shop <shop@example.org>: " + from);
        }
    }

    @Override
    public void send(OutboxMessageId id, EmailMessage email) {
        try {
            sender.send(message(id, email));
        } catch (MailException | MessagingException e) {
            throw failure(e);
        }
    }

    private MimeMessage message(OutboxMessageId id, EmailMessage email) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(email.to()));
        message.setSubject(email.subject(), UTF_8.name());
        setDate(message);
        // RFC 3834: no out-of-office reply, please
        message.setHeader("Auto-Submitted", "auto-generated");
        // the same for each try: Spring's sender keeps one that is there
        message.setHeader(
                "Message-ID",
                "<" + id + from.getAddress().substring(from.getAddress().lastIndexOf('@')) + ">");
        String html = email.html();
        if (html == null) {
            message.setText(email.text(), UTF_8.name());
            return message;
        }
        var plain = new MimeBodyPart();
        plain.setText(email.text(), UTF_8.name());
        var formatted = new MimeBodyPart();
        formatted.setText(html, UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, formatted));
        return message;
    }

    /** The domain as servers know it, by the same rules as the user's address was read by. */
    private static InternetAddress recipient(String to) {
        int at = to.lastIndexOf('@');
        String domain = to.substring(at + 1);
        String ascii = US_ASCII.newEncoder().canEncode(domain)
                ? domain
                : DomainName.toAscii(domain)
                        .orElseThrow(() -> new MailRefusedException("What comes after the @ is no domain name.", null));
        var address = new InternetAddress();
        address.setAddress(to.substring(0, at) + "@" + ascii);
        return address;
    }

    @SuppressWarnings("JavaUtilDate") // Jakarta Mail takes no other
    private static void setDate(MimeMessage message) throws MessagingException {
        message.setSentDate(new Date());
    }

    /** What the server said about this recipient is this mail's; all else may be anybody's. */
    private static UserdeckException failure(Exception e) {
        Exception cause = e;
        if (e instanceof MailSendException send && !send.getFailedMessages().isEmpty()) {
            cause = send.getFailedMessages().values().iterator().next();
        }
        String said =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        if (cause instanceof SendFailedException refused) {
            if (hasAny(refused.getInvalidAddresses())) {
                return new MailRefusedException(said, e);
            }
            if (hasAny(refused.getValidUnsentAddresses())
                    && refused.getNextException() instanceof SendFailedException) {
                return new MailDeferredException(said, e);
            }
        }
        return new MailUnavailableException(said, e);
    }

    private static boolean hasAny(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }
}
