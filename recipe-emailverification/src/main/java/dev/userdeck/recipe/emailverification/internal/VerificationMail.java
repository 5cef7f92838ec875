package dev.userdeck.recipe.emailverification.internal;

import dev.userdeck.language.Words;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mail with the link. */
final class VerificationMail {
    static final String KIND = "emailverification.verify";

    private VerificationMail() {}

    static NewEmail to(
            UserId user,
            String email,
            String link,
            @Nullable String appName,
            Duration lifetime,
            Instant goodUntil,
            Words words) {
        EmailContent letter = EmailContent.of(
                        appName == null
                                ? words.say("email.emailverification.verify.subject", "Confirm your email")
                                : words.say(
                                        "email.emailverification.verify.subject.app",
                                        "Confirm your email for {app}",
                                        Map.of("app", appName)))
                .paragraph(
                        words.say("email.emailverification.verify.text", "Please confirm that this address is yours."))
                .link(words.say("email.emailverification.verify.link", "Confirm email"), link)
                .paragraph(words.say(
                        "email.emailverification.verify.end",
                        "The link works for {time}. If you didn't ask for this, you can ignore this mail.",
                        Map.of("time", words.duration(lifetime))));
        return NewEmail.of(KIND, email, letter)
                .user(user)
                .locale(words.language())
                .value("link", link)
                .expiresAt(goodUntil);
    }
}
