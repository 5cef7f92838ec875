package dev.userdeck.internal.operator;

import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.operator.OperatorAccount;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The mails with a link for an operator. */
final class OperatorMails {
    private static final String INVITATION = "operator-invitation";
    private static final String RESET = "operator-password-reset";

    private final @Nullable String appName;

    OperatorMails(@Nullable String appName) {
        this.appName = appName;
    }

    NewEmail invitation(OperatorAccount to, String link, Duration lifetime, Instant goodUntil) {
        EmailContent content = EmailContent.of(
                        appName == null
                                ? "You are invited to Userdeck"
                                : "You are invited to the dashboard of " + appName)
                .paragraph("You are to look after users there. Choose a name and a password, and you can sign in with"
                        + " this address.")
                .link("Accept the invitation", link)
                .paragraph("The link works for " + words(lifetime)
                        + ", and once. If you didn't expect this, you can ignore this mail.");
        return mail(INVITATION, to, content, link, goodUntil);
    }

    NewEmail reset(OperatorAccount to, String link, Instant goodUntil) {
        EmailContent content = EmailContent.of(
                        appName == null
                                ? "Choose a new password for Userdeck"
                                : "Choose a new password for the dashboard of " + appName)
                .paragraph("A colleague had this link made, by which you choose a new password.")
                .link("Choose a password", link)
                .paragraph("It works for one hour, and once. Until then your password stays as it is.");
        return mail(RESET, to, content, link, goodUntil);
    }

    private static NewEmail mail(
            String kind, OperatorAccount to, EmailContent content, String link, Instant goodUntil) {
        return NewEmail.of(kind, to.email(), content)
                .value("name", to.displayName())
                .value("link", link)
                .expiresAt(goodUntil);
    }

    private static String words(Duration lifetime) {
        long hours = Math.max(1, lifetime.toHours());
        if (hours < 72) {
            return hours == 1 ? "one hour" : hours + " hours";
        }
        return lifetime.toDays() + " days";
    }
}
