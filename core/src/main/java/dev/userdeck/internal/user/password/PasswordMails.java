package dev.userdeck.internal.user.password;

import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.user.User;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The mails with a link to choose a password by. */
final class PasswordMails {
    /** How long a link is good. Short, as it opens an account that is in use. */
    static final Duration RESET = Duration.ofHours(1);

    /** Longer, as nobody waits for an invitation; there is nothing in the account yet. */
    static final Duration INVITATION = Duration.ofDays(7);

    /** What the mails are, for those who hear that an address was proved by one. */
    static final String INVITED = "invitation";

    static final String SENT = "password-reset";
    static final String FORGOTTEN = "password-forgotten";

    private final @Nullable String appName;

    PasswordMails(@Nullable String appName) {
        this.appName = appName;
    }

    NewEmail reset(User user, String to, String link, Instant goodUntil) {
        EmailContent letter = EmailContent.of(
                        appName == null ? "Choose a new password" : "Choose a new password for " + appName)
                .paragraph("With this link you can choose a new password.")
                .link("Choose a password", link)
                .paragraph("It works for one hour, and once. If you didn't ask for this, you can ignore this mail:"
                        + " your password stays as it is.");
        return mail(SENT, user, to, letter, link, goodUntil);
    }

    NewEmail invitation(User user, String to, String link, Instant goodUntil) {
        EmailContent letter = EmailContent.of(appName == null ? "You are invited" : "You are invited to " + appName)
                .paragraph("An account was made for you. Choose a password, and you can sign in with this address.")
                .link("Choose a password", link)
                .paragraph("The link works for 7 days, and once. If you didn't expect this, you can ignore this mail.");
        return mail(INVITED, user, to, letter, link, goodUntil);
    }

    private static NewEmail mail(
            String kind, User user, String to, EmailContent letter, String link, Instant goodUntil) {
        NewEmail mail = NewEmail.of(kind, to, letter)
                .user(user.id())
                .value("link", link)
                .expiresAt(goodUntil);
        return user.name() == null ? mail : mail.value("name", user.name());
    }
}
