package dev.userdeck.recipe.emailverification.internal;

import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The mail with the link. */
final class VerificationMail {
    static final String KIND = "emailverification.verify";

    private VerificationMail() {}

    static NewEmail to(UserId user, String email, String link, @Nullable String appName, Instant goodUntil) {
        EmailContent letter = EmailContent.of(
                        appName == null ? "Confirm your email" : "Confirm your email for " + appName)
                .paragraph("Please confirm that this address is yours.")
                .link("Confirm email", link)
                .paragraph("The link works for 24 hours. If you didn't ask for this, you can ignore this mail.");
        return NewEmail.of(KIND, email, letter).user(user).value("link", link).expiresAt(goodUntil);
    }
}
