package dev.userdeck.internal.user.password;

import dev.userdeck.actor.Actor;
import dev.userdeck.language.Languages;
import dev.userdeck.language.Words;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

    private final Languages languages;
    private final @Nullable String appName;

    PasswordMails(Languages languages, @Nullable String appName) {
        this.languages = languages;
        this.appName = appName;
    }

    /**
     * For a user who is to choose a new password.
     *
     * @param actor whose act it is
     */
    NewEmail reset(User user, String to, String link, Instant goodUntil, Actor actor) {
        Words words = languages.of(user.id(), actor);
        EmailContent content = EmailContent.of(
                        appName == null
                                ? words.say("email.password-reset.subject", "Choose a new password")
                                : words.say(
                                        "email.password-reset.subject.app",
                                        "Choose a new password for {app}",
                                        Map.of("app", appName)))
                .paragraph(words.say("email.password-reset.text", "With this link you can choose a new password."))
                .link(words.say("email.password-reset.link", "Choose a password"), link)
                .paragraph(words.say(
                        "email.password-reset.end",
                        "It works for {time}, and once. If you didn't ask for this, you can ignore this mail:"
                                + " your password stays as it is.",
                        Map.of("time", words.duration(RESET))));
        return mail(SENT, user, to, words, content, link, goodUntil);
    }

    /**
     * For a user who is to choose the first password.
     *
     * @param actor whose act it is
     */
    NewEmail invitation(User user, String to, String link, Instant goodUntil, Actor actor) {
        Words words = languages.of(user.id(), actor);
        EmailContent content = EmailContent.of(
                        appName == null
                                ? words.say("email.invitation.subject", "You are invited")
                                : words.say(
                                        "email.invitation.subject.app",
                                        "You are invited to {app}",
                                        Map.of("app", appName)))
                .paragraph(words.say(
                        "email.invitation.text",
                        "An account was made for you. Choose a password, and you can sign in with this address."))
                .link(words.say("email.invitation.link", "Choose a password"), link)
                .paragraph(words.say(
                        "email.invitation.end",
                        "The link works for {time}, and once. If you didn't expect this, you can ignore this mail.",
                        Map.of("time", words.duration(INVITATION))));
        return mail(INVITED, user, to, words, content, link, goodUntil);
    }

    private static NewEmail mail(
            String kind, User user, String to, Words words, EmailContent content, String link, Instant goodUntil) {
        NewEmail mail = NewEmail.of(kind, to, content)
                .user(user.id())
                .locale(words.language())
                .value("link", link)
                .expiresAt(goodUntil);
        return user.name() == null ? mail : mail.value("name", user.name());
    }
}
