package dev.userdeck.example.quickstart;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.userdeck.mail.smtp.SmtpEmailSender;
import dev.userdeck.mail.spi.EmailSender;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real SMTP server that the app's mails go to, and the people's way to read them. */
final class MailServer implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final long PATIENCE_MILLIS = 20_000;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Set<MimeMessage> read = new HashSet<>();

    MailServer() {
        server.start();
    }

    /** Sends to it. */
    EmailSender sender() {
        return SmtpEmailSender.to("127.0.0.1", server.getSmtp().getPort())
                .unencrypted()
                .from("quickstart@localhost", "Quickstart")
                .build();
    }

    /** The link in the next unread mail to this address, which is waited for; it counts as read then. */
    String link(String address) {
        Matcher matcher = LINK.matcher(text(address));
        if (!matcher.find()) {
            throw new AssertionError("There is no link in the mail to " + address);
        }
        return matcher.group();
    }

    /** The plain text of the next unread mail to this address, which is waited for; it counts as read then. */
    String text(String address) {
        for (int mails = 1; ; mails++) {
            List<MimeMessage> unread = unread(address);
            if (!unread.isEmpty()) {
                read.add(unread.get(0));
                return plainText(unread.get(0));
            }
            int seen = server.getReceivedMessages().length;
            if (!server.waitForIncomingEmail(PATIENCE_MILLIS, Math.max(mails, seen + 1))) {
                throw new AssertionError("No mail came to " + address);
            }
        }
    }

    /** How many mails have come to this address. */
    int count(String address) {
        return (int) mails().stream().filter(mail -> isTo(mail, address)).count();
    }

    private List<MimeMessage> unread(String address) {
        return mails().stream()
                .filter(mail -> !read.contains(mail) && isTo(mail, address))
                .toList();
    }

    private List<MimeMessage> mails() {
        return new ArrayList<>(List.of(server.getReceivedMessages()));
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plainText(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            return content instanceof Multipart parts
                    ? parts.getBodyPart(0).getContent().toString()
                    : content.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
