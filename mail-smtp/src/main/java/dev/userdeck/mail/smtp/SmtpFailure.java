package dev.userdeck.mail.smtp;

import dev.userdeck.error.UserdeckException;
import dev.userdeck.mail.spi.MailDeferredException;
import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of this mail, for good or for now, from those of the server or of the app's settings, which no mail is to
 * blame for (RFC 5321, 4.2 and 4.3.2; enhanced codes of RFC 3463).
 */
final class SmtpFailure {
    private static final int FIRST_PERMANENT = 500;
    private static final int CLOSING = 421;
    /** 550 to 554 are about a mailbox or a mail; below are those about commands, and the login (RFC 4954). */
    private static final int FIRST_ABOUT_MAIL = 550;

    private static final int TRANSACTION_FAILED = 554;
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -][245]\\.(\\d{1,3}\\.\\d{1,3})(?!\\d)");
    /** About the sender's address (RFC 3463 X.1.7, X.1.8; RFC 7505 X.1.9): the app's own settings. */
    private static final Set<String> SENDERS = Set.of("1.7", "1.8", "1.9");

    private SmtpFailure() {}

    /** Before the server was told of the mail. */
    static UserdeckException ofServer(MessagingException failure) {
        String said = words(failure);
        return failure instanceof AuthenticationFailedException
                ? new MailUnavailableException("The mail server refused the login: " + said, failure)
                : new MailUnavailableException(said, failure);
    }

    /** While a mail was handed over. */
    static UserdeckException ofMail(MessagingException failure) {
        MessagingException answer = answerIn(failure);
        int code = code(answer);
        String said = words(answer);
        boolean atRecipient = answer instanceof SMTPAddressFailedException;
        boolean atContent = answer instanceof SMTPSendFailedException sent && isContent(sent.getCommand());
        if (code == 0 || code == CLOSING || !(atRecipient || atContent)) {
            return new MailUnavailableException(said, failure);
        }
        if (code < FIRST_PERMANENT) {
            return new MailDeferredException(said, failure);
        }
        boolean isFinal = atRecipient ? refusesRecipient(code, said) : code >= FIRST_ABOUT_MAIL;
        return isFinal ? new MailRefusedException(said, failure) : new MailUnavailableException(said, failure);
    }

    /** DATA, and the dot behind it, for which Jakarta Mail names no command. */
    private static boolean isContent(@Nullable String command) {
        return command == null || command.equals("DATA") || command.equals(".");
    }

    /**
     * Servers put off what they have against the client, its name or its login until it names a recipient, and say so by
     * other enhanced codes than those of addresses (X.1) and mailboxes (X.2).
     */
    private static boolean refusesRecipient(int code, String said) {
        Matcher enhanced = ENHANCED.matcher(said);
        if (enhanced.find()) {
            String detail = enhanced.group(1);
            return (detail.startsWith("1.") && !SENDERS.contains(detail)) || detail.startsWith("2.");
        }
        return code >= FIRST_ABOUT_MAIL && code < TRANSACTION_FAILED;
    }

    /** The deepest that has an answer of the server's in it: the others say that sending failed. */
    private static MessagingException answerIn(MessagingException failure) {
        MessagingException found = failure;
        for (Exception next = failure; next instanceof MessagingException it; next = it.getNextException()) {
            if (code(it) > 0) {
                found = it;
            }
        }
        return found;
    }

    private static int code(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }

    /** What operators can do something with: Jakarta Mail says "[EOF]", and that reading failed. */
    private static String words(MessagingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return "The mail server gave no answer in time.";
            }
        }
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return message.contains("[EOF]") ? "The mail server closed the connection without an answer." : message.strip();
    }
}
