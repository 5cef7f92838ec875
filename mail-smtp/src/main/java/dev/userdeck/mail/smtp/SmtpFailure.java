package dev.userdeck.mail.smtp;

import dev.userdeck.mail.spi.MailRefusedException;
import dev.userdeck.mail.spi.MailUnavailableException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Tells failures that are final from those worth another try. */
final class SmtpFailure {
    private static final int FIRST_PERMANENT = 500;

    private SmtpFailure() {}

    static RuntimeException of(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            // the app's own settings: the mail is as good as any, once they are mended
            return new MailUnavailableException("The mail server refused the login: " + words(failure), failure);
        }
        MessagingException answer = answerIn(failure);
        return code(answer) >= FIRST_PERMANENT
                ? new MailRefusedException(words(answer), failure)
                : new MailUnavailableException(words(answer), failure);
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
        if (failure instanceof SMTPSenderFailedException refused) {
            return refused.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }

    private static String words(MessagingException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.strip();
    }
}
