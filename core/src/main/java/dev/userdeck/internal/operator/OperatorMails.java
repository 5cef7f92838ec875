package dev.userdeck.internal.operator;

import dev.userdeck.language.Languages;
import dev.userdeck.language.Words;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.operator.OperatorAccount;
import dev.userdeck.operator.OperatorPreferences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails with a link for an operator. */
final class OperatorMails {
    private static final String INVITATION = "operator-invitation";
    private static final String RESET = "operator-password-reset";

    private final Languages languages;
    private final @Nullable String appName;

    OperatorMails(Languages languages, @Nullable String appName) {
        this.languages = languages;
        this.appName = appName;
    }

    NewEmail invitation(OperatorAccount to, String link, Duration lifetime, Instant goodUntil) {
        Words words = words(to);
        EmailContent content = EmailContent.of(
                        appName == null
                                ? words.say("email.operator-invitation.subject", "You are invited to Userdeck")
                                : words.say(
                                        "email.operator-invitation.subject.app",
                                        "You are invited to the dashboard of {app}",
                                        Map.of("app", appName)))
                .paragraph(words.say(
                        "email.operator-invitation.text",
                        "You are to look after users there. Choose a name and a password, and you can sign in with"
                                + " this address."))
                .link(words.say("email.operator-invitation.link", "Accept the invitation"), link)
                .paragraph(words.say(
                        "email.operator-invitation.end",
                        "The link works for {time}, and once. If you didn't expect this, you can ignore this mail.",
                        Map.of("time", words.duration(lifetime))));
        return mail(INVITATION, to, words, content, link, goodUntil);
    }

    NewEmail reset(OperatorAccount to, String link, Duration lifetime, Instant goodUntil) {
        Words words = words(to);
        EmailContent content = EmailContent.of(
                        appName == null
                                ? words.say(
                                        "email.operator-password-reset.subject", "Choose a new password for Userdeck")
                                : words.say(
                                        "email.operator-password-reset.subject.app",
                                        "Choose a new password for the dashboard of {app}",
                                        Map.of("app", appName)))
                .paragraph(words.say(
                        "email.operator-password-reset.text",
                        "A colleague had this link made, by which you choose a new password."))
                .link(words.say("email.operator-password-reset.link", "Choose a password"), link)
                .paragraph(words.say(
                        "email.operator-password-reset.end",
                        "It works for {time}, and once. Until then your password stays as it is.",
                        Map.of("time", words.duration(lifetime))));
        return mail(RESET, to, words, content, link, goodUntil);
    }

    /** Somebody else has them sent, so only the operator's own choice tells. */
    private Words words(OperatorAccount to) {
        return words(languages, to.preferences(), List.of());
    }

    /** Those in the language that the operator has chosen, or else in one of these. */
    static Words words(Languages languages, OperatorPreferences preferences, List<Locale> otherwise) {
        return languages.of(Stream.concat(Stream.ofNullable(preferences.language()), otherwise.stream())
                .toList());
    }

    private static NewEmail mail(
            String kind, OperatorAccount to, Words words, EmailContent content, String link, Instant goodUntil) {
        return NewEmail.of(kind, to.email(), content)
                .locale(words.language())
                .value("name", to.displayName())
                .value("link", link)
                .expiresAt(goodUntil);
    }
}
