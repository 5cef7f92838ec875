package dev.userdeck.recipe.emailverification.internal;

import dev.userdeck.mail.Letter;
import dev.userdeck.mail.NewMail;
import dev.userdeck.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The mail with the link. */
final class VerificationMail {
    static final String KIND = "emailverification.verify";

    private VerificationMail() {}

    static NewMail to(UserId user, String email, String link, @Nullable String appName, Instant goodUntil) {
        Letter letter = Letter.of(appName == null ? "Confirm your email" : "Confirm your email for " + appName)
                .paragraph("Please confirm that this address is yours.")
                .link("Confirm email", link)
                .paragraph("The link works for 24 hours. If you didn't ask for this, you can ignore this mail.");
        return NewMail.of(KIND, email, letter).about(user).value("link", link).goodUntil(goodUntil);
    }
}
