package dev.userdeck.mail.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.mail.EmailMessage;
import dev.userdeck.mail.NewEmail;
import org.apiguardian.api.API;

/**
 * The app's own words for mails.
 *
 * <pre>{@code
 * builder.mailTemplates(mail -> switch (mail.kind()) {
 *     case "password-reset" -> new Email(mail.to(), "…", "… " + mail.letter().url().orElseThrow(), null);
 *     default -> mail.standard();
 * });
 * }</pre>
 *
 * <p>Called in the transaction that asks for the mail, on its thread: what it throws undoes that. HTML is the template's
 * own to escape.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface MailTemplates {

    /** Says {@code mail} in the app's words; {@link NewEmail#defaultMessage} says it in ours. */
    EmailMessage render(NewEmail mail);
}
